"""A practice assignment beside the work: what its place holds, and the time it proposes. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.assignment import Assignment
from content.work_form import FormField, Piece, WorkSection
from course.workbench.reading import Item, has_content, is_filled

LONGEST = 4 * 60  # minutes of one proposal: about a part of a day
FEWEST_WORDS = 5  # of a text that counts: its first words are saved while somebody still writes


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


@dataclass(frozen=True)
class PlaceView:
    """The section in which an assignment is done, how much it asks there and how much there is."""

    piece: Piece
    section: WorkSection
    there: int
    least: int

    @property
    def is_ready(self) -> bool:
        """Tell whether the section holds what the assignment asks."""
        return self.there >= self.least


def place_view(
    assignment: Assignment, piece: Piece, section: WorkSection, items: Iterable[Item]
) -> PlaceView:
    """Count records with everything that is asked, or the answers where there is one record."""
    held = list(items)
    if section.kind == "single":
        there = sum(_is_answered(field, item) for item in held[:1] for field in section.fields)
    else:
        there = sum(_is_complete(section, item) for item in held)
    return PlaceView(piece, section, there, assignment.header.least)


def _is_complete(section: WorkSection, item: Item) -> bool:
    asked = (field for field in section.fields if field.required)
    return has_content(section, item) and all(_is_answered(field, item) for field in asked)


def _is_answered(field: FormField, item: Item) -> bool:
    if field.type in {"text", "rich"}:
        return len(str(item.values.get(field.key) or "").split()) >= FEWEST_WORDS
    return is_filled(field, item)


def proposals(assignment: Assignment) -> Iterator[Proposal]:
    """Cut the time of an assignment in parts that fit on a day."""
    header = assignment.header
    hours = ((TimeKind.PRACTICE, header.practice_hours), (TimeKind.WRITING, header.writing_hours))
    for kind, minutes in ((kind, number * 60) for kind, number in hours):
        parts = -(-minutes // LONGEST)
        for part in range(1, parts + 1):
            yield Proposal(kind, part, parts, min(LONGEST, minutes - LONGEST * (part - 1)))
