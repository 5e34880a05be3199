"""Agreements, proposals per row, and the final rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assessment.agreement.workflow import AgreementState
from assessment.submissions.models import Submission
from foundation.database import Model, SchoolOwned, Versioned, append_only


class Agreement(SchoolOwned, Versioned, Model):
    """What two assessors make of one submission together. `differing` lists the criteria to talk about."""

    __tablename__ = "agreement"
    __table_args__ = (sa.UniqueConstraint("submission_id"),)

    submission_id: Mapped[UUID] = mapped_column(sa.ForeignKey("submission.id"))
    state: Mapped[AgreementState] = mapped_column(default=AgreementState.WAITING)
    round: Mapped[int] = mapped_column(default=1)
    differing: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]

    submission: Mapped[Submission] = relationship(lazy="raise")


class RowProposal(SchoolOwned, Versioned, Model):
    """What one assessor proposes for one differing row. Equal levels of both make the row agreed."""

    __tablename__ = "row_proposal"
    __table_args__ = (sa.UniqueConstraint("agreement_id", "round", "criterion", "assessor_id"),)

    agreement_id: Mapped[UUID] = mapped_column(sa.ForeignKey("agreement.id"))
    round: Mapped[int]
    criterion: Mapped[str] = mapped_column(sa.String(20))
    assessor_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    level: Mapped[str] = mapped_column(sa.String(10))
    justification: Mapped[str] = mapped_column(sa.Text)
    updated_at: Mapped[datetime]


@append_only
class FinalRows(SchoolOwned, Model):
    """All rows of a submission as they stand after agreement, with who decided each: written once per round.

    `rows`: {criterion, level, justifications, decided_by: both|agreed|third}, in the official order.
    """

    __tablename__ = "final_rows"
    __table_args__ = (sa.UniqueConstraint("agreement_id", "round"),)

    agreement_id: Mapped[UUID] = mapped_column(sa.ForeignKey("agreement.id"))
    submission_id: Mapped[UUID] = mapped_column(sa.ForeignKey("submission.id"), index=True)
    round: Mapped[int]
    rows: Mapped[list[dict[str, Any]]] = mapped_column(sa.JSON)
    created_at: Mapped[datetime]
