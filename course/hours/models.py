"""Entries of study hours."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from course.hours.workflow import HourState
from foundation.database import Model, SchoolOwned, Versioned


class HourEntry(SchoolOwned, Versioned, Model):
    """Time spent on one day, booked on a work process or (D1-K1) on none in particular.

    `source` names the activity that proposed it ("lesson:meldcode"); by hand it is empty.
    `started_at` is optional; entries that have it never overlap.
    """

    __tablename__ = "hour_entry"
    __table_args__ = (
        sa.UniqueConstraint("enrolment_id", "source_key"),
        sa.CheckConstraint("minutes between 1 and 720", name="minutes"),
        sa.CheckConstraint("(state = 'confirmed') = (confirmed_at is not null)", name="confirmed"),
        sa.Index("ix_hour_entry_day", "enrolment_id", "day"),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    work_process: Mapped[str] = mapped_column(sa.String(20))
    day: Mapped[date]
    started_at: Mapped[datetime | None]
    minutes: Mapped[int]
    description: Mapped[str] = mapped_column(sa.Text, default="")
    source_key: Mapped[str | None] = mapped_column(sa.String(100))
    state: Mapped[HourState] = mapped_column(default=HourState.LOGGED)
    question: Mapped[str] = mapped_column(sa.Text, default="")
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("membership.id"))
