"""Read how far a student is with the lessons."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa

from course.progress.models import LessonProgress
from foundation.database import db


def progress_of(enrolment_id: UUID) -> Mapping[str, LessonProgress]:
    """Give what is known per lesson, by its slug. One statement."""
    found = sa.select(LessonProgress).where(LessonProgress.enrolment_id == enrolment_id)
    return {row.lesson: row for row in db.session.scalars(found)}
