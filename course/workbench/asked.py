"""The assignment that brought a student here: what it asks of this section, and how much there is."""

from __future__ import annotations

from flask import request

from content.assignment import Assignment
from content.work_form import Piece, WorkSection
from course.offering.queries import course_for
from course.programme.assignments import PlaceView, place_view
from course.workbench.desk import Desk
from course.workbench.queries import Work

Asked = tuple[Assignment, PlaceView]


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
    return found, place_view(found, piece, section, work.of(piece, section))
