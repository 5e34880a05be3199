"""Files with people that were brought, and what became of them."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.schools.models import Membership
from foundation.database import Model, SchoolOwned, Versioned


class ImportState(enum.StrEnum):
    """Where an import is."""

    FAULTY = "faulty"
    CHECKED = "checked"
    CONFIRMED = "confirmed"


class PeopleImport(SchoolOwned, Versioned, Model):
    """One file for one cohort. File and report are kept by hash; `counts` is what it does or did."""

    __tablename__ = "people_import"
    __table_args__ = (
        sa.CheckConstraint("(state = 'confirmed') = (confirmed_at is not null)", name="confirmed"),
        sa.Index("ix_people_import_list", "cohort_id", "uploaded_at"),
    )

    cohort_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cohort.id"))
    state: Mapped[ImportState]
    file_name: Mapped[str] = mapped_column(sa.String(200))
    file_hash: Mapped[str] = mapped_column(sa.String(64))
    report_hash: Mapped[str] = mapped_column(sa.String(64))
    rows: Mapped[int]
    counts: Mapped[dict[str, Any]]
    uploaded_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    uploaded_at: Mapped[datetime]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("membership.id"))
    confirmed_at: Mapped[datetime | None]

    uploaded_by: Mapped[Membership] = relationship(lazy="raise", foreign_keys=uploaded_by_id)
