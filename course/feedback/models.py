"""Reactions on work in the making."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.schools.models import Membership
from foundation.database import Model, SchoolOwned


class Feedback(SchoolOwned, Model):
    """What a coach says about a work process, perhaps about one criterion."""

    __tablename__ = "feedback"
    __table_args__ = (sa.Index("ix_feedback_list", "enrolment_id", "created_at"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    work_process: Mapped[str] = mapped_column(sa.String(20))
    criterion: Mapped[str | None] = mapped_column(sa.String(20))
    body: Mapped[str] = mapped_column(sa.Text)
    created_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]

    author: Mapped[Membership] = relationship(lazy="raise")
