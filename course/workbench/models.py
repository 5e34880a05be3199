"""Items of work, and their connections."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from foundation.database import Model, SchoolOwned, Versioned


class Certainty(enum.StrEnum):
    """How sure the student is: the same three words everywhere."""

    WETEN = "weten"
    VERMOEDEN = "vermoeden"
    VAN_HOREN = "van_horen"


class WorkItem(SchoolOwned, Versioned, Model):
    """One thing in a section ("wijkanalyse/bronnen"): its values by the keys of the declared fields."""

    __tablename__ = "work_item"
    __table_args__ = (sa.Index("ix_work_item_section", "enrolment_id", "piece", "section", "position"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    piece: Mapped[str] = mapped_column(sa.String(60))
    section: Mapped[str] = mapped_column(sa.String(60))
    position: Mapped[int] = mapped_column(default=0)
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    links: Mapped[list[WorkLink]] = relationship(
        lazy="raise",
        foreign_keys="WorkLink.item_id",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="WorkLink.id",
    )


class WorkLink(SchoolOwned, Model):
    """A connection from a field of one item to another item, with how sure it is where that is asked."""

    __tablename__ = "work_link"
    __table_args__ = (
        sa.UniqueConstraint("item_id", "field", "target_id"),
        sa.CheckConstraint("item_id <> target_id", name="not_itself"),
    )

    item_id: Mapped[UUID] = mapped_column(sa.ForeignKey("work_item.id", ondelete="CASCADE"))
    field: Mapped[str] = mapped_column(sa.String(60))
    target_id: Mapped[UUID] = mapped_column(sa.ForeignKey("work_item.id", ondelete="CASCADE"), index=True)
    certainty: Mapped[Certainty | None]
