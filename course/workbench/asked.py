"""The assignment that led a student here: what it asks of this section, what is there, and its tick."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flask import request

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.work_form import Piece, WorkSection
from course.offering.queries import course_for
from course.progress.assignments import done_assignments
from course.progress.studying import finish_assignment
from course.workbench.assignment_places import PlaceView, made_for_others, place_view
from course.workbench.desk import Desk
from course.workbench.queries import Work
from course.workbench.reading import Item


@dataclass(frozen=True)
class Asked:
    """An assignment beside the section where it is done; `done_now` when this very save ticked it off."""

    course: Keuzedeel
    assignment: Assignment
    place: PlaceView
    is_done: bool
    done_now: bool = False


def asked_slug() -> str | None:
    """Give the assignment that the address names, for the addresses that follow."""
    return request.args.get("opdracht") or None


def asked_here(desk: Desk, work: Work, piece: Piece, section: WorkSection) -> Asked | None:
    """Find the assignment of `?opdracht=`; None when it is not offered, or is done somewhere else."""
    slug = asked_slug()
    if slug is None:
        return None
    course = course_for(desk.enrolment)
    found = next((each for each in course.assignments if each.slug == slug), None)
    place = course.place_of(found) if found else None
    if found is None or place is None or (place[0].key, place[1].key) != (piece.key, section.key):
        return None
    done = done_assignments(desk.enrolment.id)
    others = made_for_others(course, found, done)
    view = place_view(found, piece, section, work.of(piece, section), of_others=others)
    return Asked(course, found, view, found.slug in done)


def after_saving(asked: Asked, desk: Desk, items: Iterable[Item]) -> Asked:
    """Count again. The save that brings a section to what the assignment asks ticks it off.

    Only that one: who came to a section that already held enough, or took the tick back, decides alone.
    """
    was = asked.place
    place = place_view(asked.assignment, was.piece, was.section, items, of_others=was.of_others)
    if asked.is_done or was.is_ready or not place.is_ready:
        return replace(asked, place=place)
    finish_assignment(desk.enrolment, asked.course, asked.assignment)
    return replace(asked, place=place, is_done=True, done_now=True)
