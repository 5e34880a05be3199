"""The sections of the work to which an own assignment can lead. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.work_form import Piece, WorkSection

MOST_ASKED = 50


def sections_of(course: Keuzedeel) -> Mapping[str, tuple[Piece, WorkSection]]:
    """Give every section of the work by the name that an assignment has for it."""
    return {
        f"{piece.key}.{each.key}": (piece, each) for piece in course.work.pieces for each in piece.sections
    }


def most_asked(section: WorkSection) -> int:
    """Give how much an assignment can ask of a section: records or, where there is one, its fields."""
    return len(section.fields) if section.kind == "single" else MOST_ASKED


def with_place_that_is_there(assignment: Assignment, course: Keuzedeel) -> Assignment:
    """Give the assignment without a place that the work no longer has: readers go on reading it."""
    if assignment.header.place is None or assignment.header.place in sections_of(course):
        return assignment
    return replace(assignment, header=assignment.header.model_copy(update={"place": None}))
