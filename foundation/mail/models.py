"""The outbox."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Identified, Model


class MailState(enum.StrEnum):
    """Where a message is."""

    WAITING = "waiting"
    SENT = "sent"


class MailMessage(Identified, Model):
    """A message to one person. Subject and body are filled in the demo only."""

    __tablename__ = "mail_message"

    kind: Mapped[str] = mapped_column(sa.String(80))
    school_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("school.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("person.id"), index=True)
    recipient: Mapped[str] = mapped_column(sa.String(320))
    arguments: Mapped[dict[str, Any]]
    state: Mapped[MailState] = mapped_column(default=MailState.WAITING)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    subject: Mapped[str] = mapped_column(sa.Text, default="")
    body: Mapped[str] = mapped_column(sa.Text, default="")
