"""Assessments, scores in the making, signatures."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.schools.models import Membership
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.models import Submission
from foundation.database import Model, SchoolOwned, Versioned, append_only


class Assessment(SchoolOwned, Versioned, Model):
    """One assessor on one submission. Seat 3 judges only the rows that differ.

    `criteria` lists what this assessor judges; `snapshot_id` is the version of the work they opened;
    `scored` counts the criteria that have both a level and a justification.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        sa.UniqueConstraint("submission_id", "assessor_id"),
        sa.CheckConstraint("(state = 'signed') = (signature_id is not null)", name="signed"),
        sa.Index("ix_assessment_worklist", "assessor_id", "state", "id"),
        sa.Index("ix_assessment_signed", "assessor_id", "state", "signature_id"),
        sa.Index(
            "uq_assessment_seat", "submission_id", "seat", unique=True,
            sqlite_where=sa.text("state <> 'declined'"), postgresql_where=sa.text("state <> 'declined'"),
        ),
    )  # fmt: skip

    submission_id: Mapped[UUID] = mapped_column(sa.ForeignKey("submission.id"))
    assessor_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    seat: Mapped[int]
    state: Mapped[AssessmentState] = mapped_column(default=AssessmentState.ASSIGNED)
    criteria: Mapped[list[str]] = mapped_column(default=list)
    scored: Mapped[int] = mapped_column(default=0)
    snapshot_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("snapshot.id"))
    signature_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("signature.id", use_alter=True, name="fk_assessment_signature_id")
    )
    created_at: Mapped[datetime]
    decline_reason: Mapped[str] = mapped_column(sa.Text, default="")

    submission: Mapped[Submission] = relationship(lazy="raise")
    assessor: Mapped[Membership] = relationship(lazy="raise")
    scores: Mapped[list[Score]] = relationship(lazy="raise", order_by="Score.criterion")
    signature: Mapped[Signature | None] = relationship(lazy="raise", foreign_keys=signature_id)


class Score(SchoolOwned, Versioned, Model):
    """A score in the making on one criterion. `level` is empty while not judged yet."""

    __tablename__ = "score"
    __table_args__ = (sa.UniqueConstraint("assessment_id", "criterion"),)

    assessment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("assessment.id"))
    criterion: Mapped[str] = mapped_column(sa.String(20))
    level: Mapped[str] = mapped_column(sa.String(10), default="")
    justification: Mapped[str] = mapped_column(sa.Text, default="")
    evidence: Mapped[str] = mapped_column(sa.Text, default="")
    updated_at: Mapped[datetime]


@append_only
class Signature(SchoolOwned, Model):
    """The fixed copy of all scores at the moment of signing: canonical JSON and its hash."""

    __tablename__ = "signature"
    __table_args__ = (sa.UniqueConstraint("assessment_id", "sequence"),)

    assessment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("assessment.id"))
    sequence: Mapped[int]
    body: Mapped[str] = mapped_column(sa.Text)
    sha256: Mapped[str] = mapped_column(sa.String(64))
    signed_at: Mapped[datetime]
