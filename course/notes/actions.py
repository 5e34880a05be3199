"""Write a note, and make evidence of it. This is the one place where notes change."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from course.notes.models import Note
from course.notes.queries import Written
from course.portfolio.actions import add_text
from course.portfolio.models import Evidence
from course.progress.actions import begin
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db
from foundation.errors import ChangedMeanwhile


def save_note(
    enrolment: Enrolment,
    note: Note | None,
    *,
    lesson: str,
    section: str,
    version: int,
    body: str,
    theirs: Any,
) -> Note:
    """Keep the text of a note; raise ChangedMeanwhile when another tab did after this version.

    The first text makes the note, and begins the lesson: that is where the writer was.
    """
    if note is None:
        return _added(enrolment, lesson=lesson, section=section, body=body)
    if note.version != version:
        raise ChangedMeanwhile(version=note.version, theirs=theirs)
    if note.body != body:
        note.body, note.updated_at = body, now()
        flag_modified(note, "body")
        db.session.flush()
    return note


def make_evidence(enrolment: Enrolment, written: Written, *, title: str, source: str) -> Evidence:
    """Make a text of the portfolio out of a note, once; its source stands below it."""
    note = written.note
    return add_text(enrolment, title=title, body=f"{note.body}\n\n{source}", note_id=note.id)


def _added(enrolment: Enrolment, **values: str) -> Note:
    at = now()
    begin(enrolment, lesson=values["lesson"])
    note = Note(
        school_id=enrolment.school_id, enrolment_id=enrolment.id, created_at=at, updated_at=at, **values
    )
    db.session.add(note)
    db.session.flush()
    return note
