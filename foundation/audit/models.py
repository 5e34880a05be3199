"""The log and the heads of its chains."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from foundation.database import Identified, Model, append_only


class AuditChain(Model):
    """The head of one chain: a school's id, or `platform`. Locked last in a transaction."""

    __tablename__ = "audit_chain"

    key: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    sequence: Mapped[int] = mapped_column(default=0)
    head: Mapped[str] = mapped_column(sa.String(64), default="")


@append_only
class AuditEntry(Identified, Model):
    """One act. `hash` covers every field and the hash before it."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        sa.UniqueConstraint("chain", "sequence"),
        sa.Index("ix_audit_entry_about", "chain", "subject_id", "sequence"),
        sa.Index("ix_audit_entry_actor", "chain", "actor_id", "sequence"),
        sa.Index("ix_audit_entry_act", "chain", "act", "sequence"),
        sa.Index("ix_audit_entry_at", "chain", "at", "sequence"),
    )

    chain: Mapped[str] = mapped_column(sa.String(40))
    sequence: Mapped[int]
    at: Mapped[datetime]
    act: Mapped[str] = mapped_column(sa.String(80))
    actor_id: Mapped[UUID | None]
    acted_for_id: Mapped[UUID | None]
    subject_type: Mapped[str] = mapped_column(sa.String(60))
    subject_id: Mapped[UUID | None]
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    source: Mapped[str] = mapped_column(sa.String(60), default="")
    previous: Mapped[str] = mapped_column(sa.String(64))
    hash: Mapped[str] = mapped_column(sa.String(64))
