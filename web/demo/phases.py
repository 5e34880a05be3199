"""How far each student is: the phase that stands with them, and the function that tells it."""

from __future__ import annotations

from collections.abc import Callable

from web.demo import ending, running
from web.demo.people import Student

PHASES: dict[str, Callable[[Student], None]] = {
    "invited": running.invited,
    "reading_lessons": running.reading_lessons,
    "in_the_middle": running.in_the_middle,
    "on_track": running.on_track,
    "stuck": running.stuck,
    "with_extension": running.with_extension,
    "paused": running.paused,
    "withdrawn": running.withdrawn,
    "handed_in": running.handed_in,
    "in_assessment": running.in_assessment,
    "one_signed": running.one_signed,
    "returned": running.returned,
    "in_discussion": ending.in_discussion,
    "third_assessor": ending.third_assessor,
    "ready_for_agenda": ending.ready_for_agenda,
    "on_agenda": ending.on_agenda,
    "postponed": ending.postponed,
    "referred_back": ending.referred_back,
    "determined": ending.determined,
    "announced": ending.announced,
    "insufficient": ending.insufficient,
    "issued": ending.issued,
    "revoked": ending.revoked,
    "replaced": ending.replaced,
}


def play(student: Student) -> None:
    """Tell the life of a student up to the phase that stands with them."""
    PHASES[student.data.phase](student)
