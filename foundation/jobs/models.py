"""The queue: one row per piece of work."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Identified, Model


class JobState(enum.StrEnum):
    """Where a piece of work is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Job(Identified, Model):
    """A piece of work. A running one whose lease has passed may be taken again."""

    __tablename__ = "job"
    __table_args__ = (sa.Index("ix_job_due", "state", "run_after"),)

    kind: Mapped[str] = mapped_column(sa.String(80))
    arguments: Mapped[dict[str, Any]]
    school_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("school.id"))
    state: Mapped[JobState] = mapped_column(default=JobState.QUEUED)
    attempts: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    run_after: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    error: Mapped[str] = mapped_column(sa.Text, default="")
