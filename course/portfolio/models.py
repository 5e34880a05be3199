"""Evidence and the criteria it serves."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from foundation.database import Model, SchoolOwned, Versioned


class EvidenceKind(enum.StrEnum):
    """What the evidence is."""

    ITEM = "item"
    TEXT = "text"
    FILE = "file"


class Evidence(SchoolOwned, Versioned, Model):
    """A piece of evidence: an item of the workbench, a text of its own, or a file (by its hash).

    `note_id` is the note at a lesson that a text was made of.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        sa.UniqueConstraint("enrolment_id", "work_item_id"),
        sa.CheckConstraint("(kind = 'item') = (work_item_id is not null)", name="item"),
        sa.CheckConstraint("(kind = 'file') = (sha256 is not null)", name="file"),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"), index=True)
    kind: Mapped[EvidenceKind]
    title: Mapped[str] = mapped_column(sa.String(200))
    body: Mapped[str] = mapped_column(sa.Text, default="")
    work_item_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("work_item.id", ondelete="CASCADE"))
    sha256: Mapped[str | None] = mapped_column(sa.String(64))
    size: Mapped[int | None]
    content_type: Mapped[str] = mapped_column(sa.String(100), default="")
    created_at: Mapped[datetime]
    note_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("note.id", ondelete="SET NULL"), unique=True)

    criteria: Mapped[list[EvidenceCriterion]] = relationship(
        lazy="raise",
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="EvidenceCriterion.criterion",
    )


class EvidenceCriterion(SchoolOwned, Model):
    """This evidence serves this criterion ("W1-3")."""

    __tablename__ = "evidence_criterion"
    __table_args__ = (sa.UniqueConstraint("evidence_id", "criterion"),)

    evidence_id: Mapped[UUID] = mapped_column(sa.ForeignKey("evidence.id", ondelete="CASCADE"))
    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"), index=True)
    criterion: Mapped[str] = mapped_column(sa.String(20))
