"""Note that a lesson was begun, how far it was read, and that it was ticked off."""

from __future__ import annotations

import sqlalchemy as sa

from content.lesson import Lesson
from course.progress.models import LessonProgress
from course.progress.places import is_further
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db


def begin(enrolment: Enrolment, *, lesson: str) -> LessonProgress:
    """Note that a lesson was begun; the first time counts."""
    row = _row(enrolment, lesson)
    if row is None:
        row = LessonProgress(
            school_id=enrolment.school_id, enrolment_id=enrolment.id, lesson=lesson, opened_at=now()
        )
        db.session.add(row)
    return row


def tick_off(enrolment: Enrolment, *, lesson: str) -> bool:
    """Tick a lesson off; tell whether it was not yet done."""
    row = begin(enrolment, lesson=lesson)
    if row.done_at is not None:
        return False
    row.done_at = now()
    return True


def reach(enrolment: Enrolment, lesson: Lesson, *, section: str) -> None:
    """Note at which heading somebody is; never back, and no more once the lesson was ticked off."""
    row = begin(enrolment, lesson=lesson.slug)
    if row.done_at is None and is_further(lesson, section, row.section):
        row.section, row.read_at = section, now()


def _row(enrolment: Enrolment, lesson: str) -> LessonProgress | None:
    found = sa.select(LessonProgress).where(
        LessonProgress.school_id == enrolment.school_id,
        LessonProgress.enrolment_id == enrolment.id,
        LessonProgress.lesson == lesson,
    )
    return db.session.scalars(found.with_for_update()).one_or_none()
