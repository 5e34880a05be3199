"""Notes at lessons, for tests."""

from __future__ import annotations

from course.notes.models import Note
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db


def a_note(
    enrolment: Enrolment, *, lesson: str = "welkom", section: str = "les", body: str = "Riet!"
) -> Note:
    """Let a student have written a note."""
    note = Note(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        lesson=lesson,
        section=section,
        body=body,
        created_at=now(),
        updated_at=now(),
    )
    db.session.add(note)
    db.session.flush()
    return note
