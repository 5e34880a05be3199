"""The place in the work of a practice assignment: what it asks there, and what stands there. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.work_form import FormField, Piece, WorkSection
from course.workbench.reading import Item, has_content, is_filled

FEWEST_WORDS = 5  # of a text that counts: its first words are saved while somebody still writes


@dataclass(frozen=True)
class PlaceView:
    """The section in which an assignment is done, how much it asks there and how much there is.

    `later` holds the questions that may wait until after the assignment; `of_others` counts the records that
    were made for other assignments here, and do not count again.
    """

    piece: Piece
    section: WorkSection
    there: int
    least: int
    later: tuple[FormField, ...] = ()
    of_others: int = 0

    @property
    def is_ready(self) -> bool:
        """Tell whether the section holds what the assignment asks."""
        return self.there >= self.least


def place_view(
    assignment: Assignment, piece: Piece, section: WorkSection, items: Iterable[Item], *, of_others: int = 0
) -> PlaceView:
    """Count records with everything that is asked, or the answers where there is one record."""
    held, header = list(items), assignment.header
    later = tuple(field for field in section.fields if field.key in header.later)
    if section.kind == "single":
        there = sum(_is_answered(field, item) for item in held[:1] for field in section.fields)
    else:
        there = max(0, sum(_is_complete(section, item, later) for item in held) - of_others)
    return PlaceView(piece, section, there, header.least, later, of_others)


def made_for_others(course: Keuzedeel, assignment: Assignment, done: Collection[str]) -> int:
    """Count the records that other assignments asked in the same section, when they were ticked off."""
    place = course.place_of(assignment)
    if place is None or place[1].kind == "single":
        return 0
    others = (each for each in course.assignments if each.slug in done and each.slug != assignment.slug)
    return sum(each.header.least for each in others if course.place_of(each) == place)


def _is_complete(section: WorkSection, item: Item, later: tuple[FormField, ...]) -> bool:
    asked = (field for field in section.fields if field.required and field not in later)
    return has_content(section, item) and all(_is_answered(field, item) for field in asked)


def _is_answered(field: FormField, item: Item) -> bool:
    if field.type in {"text", "rich"}:
        return len(str(item.values.get(field.key) or "").split()) >= FEWEST_WORDS
    return is_filled(field, item)
