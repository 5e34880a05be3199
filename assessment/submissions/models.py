"""Submissions, their frozen snapshots, and the rubric they are judged by."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assessment.submissions.workflow import SubmissionState
from enrolment.models import Enrolment
from foundation.database import Model, SchoolOwned, Versioned, append_only


@append_only
class RubricVersion(Model):
    """Qualification, exam plan and form of the work as they were: found by the hash of their content."""

    __tablename__ = "rubric_version"

    hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class Submission(SchoolOwned, Versioned, Model):
    """The work of one work process, one attempt. A row is made when the student first hands in.

    `attempt` counts on from what was judged in earlier enrolments of the student.
    """

    __tablename__ = "submission"
    __table_args__ = (
        sa.UniqueConstraint("enrolment_id", "work_process", "attempt"),
        sa.CheckConstraint("(state in ('draft', 'withdrawn')) or (snapshot_id is not null)", name="frozen"),
        sa.Index("ix_submission_list", "school_id", "state", "submitted_at", "id"),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    work_process: Mapped[str] = mapped_column(sa.String(20))
    attempt: Mapped[int] = mapped_column(default=1)
    state: Mapped[SubmissionState] = mapped_column(default=SubmissionState.DRAFT)
    rubric_hash: Mapped[str | None] = mapped_column(sa.ForeignKey("rubric_version.hash"))
    snapshot_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("snapshot.id", use_alter=True, name="fk_submission_snapshot_id")
    )
    submitted_at: Mapped[datetime | None]
    return_reason: Mapped[str] = mapped_column(sa.Text, default="")
    created_at: Mapped[datetime]

    enrolment: Mapped[Enrolment] = relationship(lazy="raise")
    snapshot: Mapped[Snapshot | None] = relationship(lazy="raise", foreign_keys=snapshot_id)


@append_only
class Snapshot(SchoolOwned, Model):
    """What was handed in, as canonical JSON; `sha256` is the hash of exactly that text."""

    __tablename__ = "snapshot"
    __table_args__ = (sa.UniqueConstraint("submission_id", "sequence"),)

    submission_id: Mapped[UUID] = mapped_column(sa.ForeignKey("submission.id"))
    sequence: Mapped[int]
    body: Mapped[str] = mapped_column(sa.Text)
    sha256: Mapped[str] = mapped_column(sa.String(64))
    created_at: Mapped[datetime]
