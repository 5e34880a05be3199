"""Judge an answer to a question. Pure.

An answer is what the fields of the form held, by their names: `answer` is the number of a line, `place_2`
the place of the second step, `pair_2` the number of the pair whose right side was chosen for the second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from content.nodes import Choice, DilemmaChoice, Match, Order, Question, Short
from course.selftest.outcomes import Outcome

Given = Mapping[str, str]
TICK, LOOKED_OVER = "ja", "nagekeken"


@dataclass(frozen=True)
class Asked:
    """One control of a question that wants one of these values; `label` is what stands beside it."""

    name: str
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """How an answer turned out; `marks` tells of each step, pair or point whether it was right."""

    outcome: Outcome
    marks: tuple[bool, ...] = ()


def asked(question: Question) -> tuple[Asked, ...]:
    """Give the controls of a question that want a choice."""
    match question:
        case Choice() | DilemmaChoice():
            return (Asked("answer", "", _numbers(len(question.answers))),)
        case Order():
            places = _numbers(len(question.steps))
            return tuple(Asked(f"place_{n}", each.text, places) for n, each in enumerate(question.steps, 1))
        case Match():
            sides = tuple(number for number, _text in right_sides(question))
            return tuple(Asked(f"pair_{n}", each.left, sides) for n, each in enumerate(question.pairs, 1))
    return ()


def right_sides(question: Match) -> tuple[tuple[str, str], ...]:
    """Give the right sides to choose from, each text once, with the number of its first pair."""
    texts: dict[str, str] = {}
    for number, pair in enumerate(question.pairs, 1):
        texts.setdefault(pair.right, str(number))
    return tuple((number, text) for text, number in texts.items())


def ticks(question: Question) -> tuple[str, ...]:
    """Give the names of the boxes with which a short answer is looked over."""
    points = question.points if isinstance(question, Short) else ()
    return tuple(f"point_{number}" for number in range(1, len(points) + 1))


def placed_twice(question: Question, given: Given) -> tuple[str, ...]:
    """Give the controls of an order that hold a place which stands in an earlier one too."""
    if not isinstance(question, Order):
        return ()
    seen: set[str] = set()
    twice = []
    for each in asked(question):
        place = given.get(each.name, "")
        if place in seen:
            twice.append(each.name)
        seen.add(place)
    return tuple(twice)


def judge(question: Question, given: Given) -> Verdict:
    """Judge an answer that fits its question."""
    return JUDGES[type(question)](question, given)


def chosen(question: Choice | DilemmaChoice, given: Given) -> int:
    """Give the place of the line that was chosen, from 0."""
    return int(given["answer"]) - 1


def _choice(question: Choice, given: Given) -> Verdict:
    return _all_or_wrong((question.answers[chosen(question, given)].right,))


def _dilemma(question: DilemmaChoice, given: Given) -> Verdict:
    return Verdict(Outcome.WEIGHED)


def _order(question: Order, given: Given) -> Verdict:
    return _all_or_wrong(tuple(given[f"place_{n}"] == str(n) for n in range(1, len(question.steps) + 1)))


def _match(question: Match, given: Given) -> Verdict:
    sides = dict(right_sides(question))
    return _all_or_wrong(
        tuple(sides[given[f"pair_{n}"]] == pair.right for n, pair in enumerate(question.pairs, 1))
    )


def _short(question: Short, given: Given) -> Verdict:
    if given.get("step") != LOOKED_OVER:
        return Verdict(Outcome.OPEN)
    return _all_or_wrong(tuple(given.get(name) == TICK for name in ticks(question)))


def _all_or_wrong(marks: tuple[bool, ...]) -> Verdict:
    return Verdict(Outcome.RIGHT if all(marks) else Outcome.WRONG, marks)


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, count + 1))


JUDGES: Mapping[type[Question], Callable[[Any, Given], Verdict]] = {
    Choice: _choice,
    DilemmaChoice: _dilemma,
    Order: _order,
    Match: _match,
    Short: _short,
}
