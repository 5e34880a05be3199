"""What somebody has read and done."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from content.sections import LONGEST_ID
from foundation.database import Model, SchoolOwned


class LessonProgress(SchoolOwned, Model):
    """One lesson, opened by one student; `done_at` when ticked off.

    `section` is the heading to read on at, reached at `read_at`; both are empty at the beginning.
    """

    __tablename__ = "lesson_progress"
    __table_args__ = (sa.UniqueConstraint("enrolment_id", "lesson"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    lesson: Mapped[str] = mapped_column(sa.String(80))
    opened_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    section: Mapped[str | None] = mapped_column(sa.String(LONGEST_ID))
    read_at: Mapped[datetime | None]


class AssignmentDone(SchoolOwned, Model):
    """One practice assignment that a student ticked off."""

    __tablename__ = "assignment_done"
    __table_args__ = (sa.UniqueConstraint("enrolment_id", "assignment"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    assignment: Mapped[str] = mapped_column(sa.String(80))
    done_at: Mapped[datetime]
