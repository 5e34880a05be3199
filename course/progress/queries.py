"""Read how far a student is; one statement each."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from course.progress.models import LessonProgress
from course.progress.rules import continue_with, lessons_on
from foundation.database import db


def progress_of(enrolment_id: UUID) -> Mapping[str, LessonProgress]:
    """Give what is known per lesson, by its slug."""
    found = sa.select(LessonProgress).where(LessonProgress.enrolment_id == enrolment_id)
    return {row.lesson: row for row in db.session.scalars(found)}


def next_lesson(enrolment_id: UUID, keuzedeel: Keuzedeel, route: str) -> Lesson | None:
    """Give the lesson to go on with on this route; None when all are done."""
    return continue_with(lessons_on(keuzedeel, route), progress_of(enrolment_id))
