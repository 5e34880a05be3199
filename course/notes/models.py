"""Notes at lessons."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Model, SchoolOwned, Versioned


class Note(SchoolOwned, Versioned, Model):
    """What a student wrote at a section of a lesson; an emptied note stays as an empty row."""

    __tablename__ = "note"
    __table_args__ = (sa.UniqueConstraint("enrolment_id", "lesson", "section"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    lesson: Mapped[str] = mapped_column(sa.String(80))
    section: Mapped[str] = mapped_column(sa.String(200))
    body: Mapped[str] = mapped_column(sa.Text)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
