"""The time that a practice assignment proposes as study hours. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from content.assignment import Assignment

LONGEST = 4 * 60  # minutes of one proposal: about a part of a day


class TimeKind(enum.StrEnum):
    """What the time of an assignment goes to."""

    PRACTICE = "practice"
    WRITING = "writing"


@dataclass(frozen=True)
class Proposal:
    """A part of the time of an assignment, to be put on the day on which it was done."""

    kind: TimeKind
    part: int
    parts: int
    minutes: int


def proposals(assignment: Assignment) -> Iterator[Proposal]:
    """Cut the time of an assignment in parts that fit on a day."""
    header = assignment.header
    hours = ((TimeKind.PRACTICE, header.practice_hours), (TimeKind.WRITING, header.writing_hours))
    for kind, minutes in ((kind, number * 60) for kind, number in hours):
        parts = -(-minutes // LONGEST)
        for part in range(1, parts + 1):
            yield Proposal(kind, part, parts, min(LONGEST, minutes - LONGEST * (part - 1)))
