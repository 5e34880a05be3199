"""The pieces of work that are measured: the request of the product, and the one of the floor beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, cycle, islice
from uuid import UUID

from tests.benchmarks.data import DataSet

WORDS_OF_JUDGEMENT = "Je laat zien hoe je bij de wijk hoort en wat je daar deed. " * 3
ONCE = 40
SEARCH = "/programma/zoeken"
DECLARED = {"own_work": "y", "used_ai": "no", "ai_use": ""}
CRITERIA = tuple(f"W1-{number}" for number in range(1, 8))


@dataclass(frozen=True)
class Call:
    """One request: who asks, where, and what is posted."""

    who: str
    path: str
    fields: dict[str, str] | None = None
    after_page: bool = False  # the hidden fields of the page come along, read before the clock starts
    by_script: bool = False  # the page's own script saves, and is answered in JSON


@dataclass
class Work:
    """A named piece of work: calls for the product and for the floor."""

    name: str
    product: Iterator[Call]
    floor: Iterator[Call]
    rounds: int = 60


def works(data: DataSet, *, seen: int = 0) -> list[Work]:
    """Give every piece of work; `seen` saves were made at every desk before."""
    return [
        Work("static text", _always(Call("", "/healthz")), _get("/healthz")),
        Work("sign-in page", _always(Call("", "/inloggen")), _get("/sign-in")),
        Work("student's home", _always(Call("reader", "/")), _get("/dashboard/1")),
        Work("programme", _always(Call("reader", "/programma")), _get("/course/1")),
        Work("lesson", _always(Call("reader", f"/programma/lessen/{data.lesson}")), _get("/course/1")),
        Work("search, one rare word", _always(Call("reader", f"{SEARCH}?q=uniek42")), _get("/queue")),
        Work("search, two common words", _always(Call("reader", f"{SEARCH}?q=bewoner+lift")), _get("/queue")),
        Work("search, with a typo", _always(Call("reader", f"{SEARCH}?q=bewnoer")), _get("/queue")),
        Work("work of the student", _always(Call("reader", "/werk/wijkanalyse")), _get("/desk/1")),
        Work("save one answer", _answers(data), _floor_saves(CRITERIA[:1])),
        Work("assessor's queue", _always(Call("assessor", "/beoordelen")), _get("/queue")),
        Work("desk, seen for the first time", _desks(data.desks_once), _get("/desk/1"), rounds=ONCE),
        Work("desk, again", cycle(_desks(data.desks)), _get("/desk/1")),
        Work("save one score", _saves(data.desks[10:], CRITERIA[:1], seen), _floor_saves(CRITERIA[:1])),
        Work("save 7 scores", _saves(data.desks[:10], CRITERIA, seen), _floor_saves(CRITERIA)),
        Work("group, first page", _always(Call("admin", f"/groepen/{data.cohort_id}")), _get("/queue")),
        Work("agenda of the board", _always(Call("board", "/examencommissie")), _get("/queue")),
        Work("log, first page", _always(Call("admin", "/logboek")), _get("/queue")),
        Work("public check", _always(Call("", f"/controleer/{data.token}")), _get("/dashboard/1")),
        Work("hand in 1,500 words", _hand_ins(data.hand_ins), _floor_hand_ins(), rounds=ONCE),
        Work("sign 7 scores", _signatures(data.to_sign), _floor_hand_ins(), rounds=ONCE),
    ]


def writers(desks: list[UUID], rounds: int) -> list[list[Call]]:
    """Give per client the saves on a desk of its own, one after the other."""
    return [list(islice(_saves([desk], CRITERIA), rounds)) for desk in desks]


def _always(call: Call) -> Iterator[Call]:
    return cycle([call])


def _get(path: str) -> Iterator[Call]:
    return _always(Call("", path))


def _desks(desks: list[UUID]) -> Iterator[Call]:
    return (Call("assessor", f"/beoordelen/{desk}") for desk in desks)


def _saves(desks: list[UUID], criteria: tuple[str, ...], seen: int = 0) -> Iterator[Call]:
    """One criterion goes to its own address, several go together."""
    for number, desk in enumerate(cycle(desks)):
        lap = number // len(desks)
        prefixes = {code: f"{code}-" if len(criteria) > 1 else "" for code in criteria}
        fields: dict[str, str] = {}
        for code, prefix in prefixes.items():
            fields |= {
                f"{prefix}version": str(lap + 1 + seen),
                f"{prefix}level": "VG"[lap % 2],
                f"{prefix}justification": f"{WORDS_OF_JUDGEMENT} {number} {code}",
                f"{prefix}evidence": "",
            }
        path = f"/beoordelen/{desk}/criteria" + ("" if len(criteria) > 1 else f"/{criteria[0]}")
        yield Call("assessor", path, fields, by_script=True)


def _answers(data: DataSet) -> Iterator[Call]:
    for version in count(1):
        changed = {**data.answers, data.answer: f"Wat ik zag in de wijk, keer {version}."}
        yield Call(
            "typist", f"/werk/onderdelen/{data.item_id}", {**changed, "version": str(version)}, by_script=True
        )


def _hand_ins(students: list[str]) -> Iterator[Call]:
    return (Call(who, "/inleveren/D1-K1-W1", DECLARED, after_page=True) for who in students)


def _signatures(desks: list[UUID]) -> Iterator[Call]:
    return (Call("signer", f"/beoordelen/{desk}/ondertekenen", {}, after_page=True) for desk in desks)


def _floor_saves(criteria: tuple[str, ...]) -> Iterator[Call]:
    for number in count():
        fields = {f"{code}-level": "VG"[number % 2] for code in criteria}
        fields |= {f"{code}-justification": f"{WORDS_OF_JUDGEMENT} {number}" for code in criteria}
        yield Call("", "/scores/1", fields)


def _floor_hand_ins() -> Iterator[Call]:
    return _always(Call("", "/hand-in/1", {"text": "woord " * 1_500}))
