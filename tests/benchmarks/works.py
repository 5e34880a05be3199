"""The pieces of work that are measured: the request of the product, and the one of the floor beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from uuid import UUID

WORDS_OF_JUDGEMENT = "Je laat zien hoe je bij de wijk hoort en wat je daar deed. " * 3
HAND_INS = 50
DECLARED = {"own_work": "y", "used_ai": "no", "ai_use": ""}
CRITERIA = tuple(f"W1-{number}" for number in range(1, 8))


@dataclass(frozen=True)
class Call:
    """One request: who asks, where, and what is posted."""

    who: str
    path: str
    fields: dict[str, str] | None = None
    after_page: bool = False  # the hidden fields of the page come along, read before the clock starts


@dataclass
class Work:
    """A named piece of work: endless calls for the product and for the floor."""

    name: str
    product: Iterator[Call]
    floor: Iterator[Call]
    rounds: int = 100


def works(desks: list[UUID], students: int, *, seen: int = 0, first_student: int = 0) -> list[Work]:
    """Give every piece of work; `seen` saves were made at these desks, and hand-ins begin at a student."""
    return [
        Work("static text", _always(Call("", "/healthz")), _always(Call("", "/healthz"))),
        Work("sign-in page", _always(Call("", "/inloggen")), _always(Call("", "/sign-in"))),
        Work("student's home", _always(Call("reader", "/")), _always(Call("", "/dashboard/1"))),
        Work("programme", _always(Call("reader", "/programma")), _always(Call("", "/course/1"))),
        Work(
            "work of the student", _always(Call("reader", "/werk/wijkanalyse")), _always(Call("", "/desk/1"))
        ),
        Work("assessor's queue", _always(Call("assessor", "/beoordelen")), _always(Call("", "/queue"))),
        Work("desk", _desks(desks), _always(Call("", "/desk/1"))),
        Work("save 7 scores", _saves(desks, seen), _floor_saves()),
        Work("hand in 1,500 words", _hand_ins(first_student, students), _floor_hand_ins(), rounds=HAND_INS),
    ]


def writers(desks: list[UUID], rounds: int) -> list[list[Call]]:
    """Give per client the saves on a desk of its own, one after the other."""
    return [list(islice(_saves([desk]), rounds)) for desk in desks]


def _always(call: Call) -> Iterator[Call]:
    return cycle([call])


def _desks(desks: list[UUID]) -> Iterator[Call]:
    return cycle([Call("assessor", f"/beoordelen/{desk}") for desk in desks])


def _saves(desks: list[UUID], seen: int = 0) -> Iterator[Call]:
    for number, desk in enumerate(cycle(desks)):
        version = str(number // len(desks) + 1 + seen)
        fields: dict[str, str] = {}
        for code in CRITERIA:
            fields |= {
                f"{code}-version": version,
                f"{code}-level": "VG"[number // len(desks) % 2],
                f"{code}-justification": f"{WORDS_OF_JUDGEMENT} {number}",
                f"{code}-evidence": "",
            }
        yield Call("assessor", f"/beoordelen/{desk}/criteria", fields)


def _floor_saves() -> Iterator[Call]:
    for number in cycle(range(1000)):
        fields = {f"{code}-level": "VG"[number % 2] for code in CRITERIA}
        fields |= {f"{code}-justification": f"{WORDS_OF_JUDGEMENT} {number}" for code in CRITERIA}
        yield Call("", "/scores/1", fields)


def _hand_ins(first: int, students: int) -> Iterator[Call]:
    for number in range(first, students):
        yield Call(f"student {number}", "/inleveren/D1-K1-W1", DECLARED, after_page=True)


def _floor_hand_ins() -> Iterator[Call]:
    return _always(Call("", "/hand-in/1", {"text": "woord " * 1_500}))
