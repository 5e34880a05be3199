"""Determinations of the exam board."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.schools.models import Membership
from assessment.determination.workflow import DeterminationState
from enrolment.models import Enrolment
from foundation.database import Model, SchoolOwned, Versioned, append_only

OPEN = "state in ('on_agenda', 'postponed', 'referred_back', 'determined')"


class Determination(SchoolOwned, Versioned, Model):
    """The decision on one dossier, one round. What was decided stands in `decision_id` and never changes."""

    __tablename__ = "determination"
    __table_args__ = (
        sa.UniqueConstraint("enrolment_id", "round"),
        sa.CheckConstraint(
            "(state in ('determined', 'announced', 'annulled')) = (decision_id is not null)", name="decided"
        ),
        sa.Index("ix_determination_agenda", "school_id", "state", "meeting_on", "id"),
        sa.Index(
            "uq_determination_open_round",
            "enrolment_id",
            unique=True,
            sqlite_where=sa.text(OPEN),
            postgresql_where=sa.text(OPEN),
        ),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    round: Mapped[int] = mapped_column(default=1)
    state: Mapped[DeterminationState] = mapped_column(default=DeterminationState.ON_AGENDA)
    meeting_on: Mapped[date]
    follows_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("determination.id"))
    decision_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("decision.id", use_alter=True, name="fk_determination_decision_id")
    )
    announced_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    enrolment: Mapped[Enrolment] = relationship(lazy="raise")
    decision: Mapped[Decision | None] = relationship(lazy="raise", foreign_keys=decision_id)

    @property
    def student_id(self) -> UUID:
        """Give whose dossier it is, for the policy; `enrolment` must be loaded."""
        return self.enrolment.student_id


@append_only
class Decision(SchoolOwned, Model):
    """What the board decided, on which facts, by whom: written once.

    `result` is a level of the exam plan and `met` whether it meets; `facts` holds outcome, checks and hashes.
    """

    __tablename__ = "decision"
    __table_args__ = (sa.UniqueConstraint("determination_id"),)

    determination_id: Mapped[UUID] = mapped_column(sa.ForeignKey("determination.id"))
    result: Mapped[str] = mapped_column(sa.String(20))
    met: Mapped[bool]
    facts: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    decided_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    decided_at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(sa.String(64))

    decided_by: Mapped[Membership] = relationship(lazy="raise")
