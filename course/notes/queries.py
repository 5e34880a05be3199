"""Read notes, each with the evidence that was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from course.notes.models import Note
from course.portfolio.models import Evidence
from enrolment.models import Enrolment
from foundation.database import db
from foundation.errors import Unknown


@dataclass(frozen=True)
class Written:
    """A note, and which evidence it became."""

    note: Note
    evidence_id: UUID | None


def notes_at(enrolment: Enrolment, lesson: str) -> Mapping[str, Written]:
    """Give the notes at a lesson by their place in it. One statement."""
    return {each.note.section: each for each in _read(_of(enrolment).where(Note.lesson == lesson))}


def notes_of(enrolment: Enrolment) -> list[Written]:
    """Give all notes with text, newest first. One statement."""
    return _read(_of(enrolment).where(Note.body != "").order_by(Note.updated_at.desc(), Note.id))


def note_at(enrolment: Enrolment, lesson: str, section: str) -> Note | None:
    """Give the note at one place, or None."""
    found = sa.select(Note).where(*_own(enrolment), Note.lesson == lesson, Note.section == section)
    return db.session.scalars(found).one_or_none()


def note_by_id(enrolment: Enrolment, note_id: UUID) -> Written:
    """Give one note of this enrolment; Unknown when it is not there."""
    found = _read(_of(enrolment).where(Note.id == note_id))
    if not found:
        raise Unknown()
    return found[0]


def _of(enrolment: Enrolment) -> sa.Select[Note, UUID]:
    joined = sa.select(Note, Evidence.id).outerjoin(Evidence, Evidence.note_id == Note.id)
    return joined.where(*_own(enrolment))


def _own(enrolment: Enrolment) -> tuple[sa.ColumnElement[bool], ...]:
    return Note.school_id == enrolment.school_id, Note.enrolment_id == enrolment.id


def _read(found: sa.Select[Note, UUID]) -> list[Written]:
    return [Written(note, evidence_id) for note, evidence_id in db.session.execute(found)]
