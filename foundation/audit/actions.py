"""Record acts; the chain is closed just before the commit, so its lock is held for a moment only."""

from __future__ import annotations

import hmac
import json
from itertools import groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from flask import current_app, has_request_context, request
from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from foundation.audit.acts import Act
from foundation.audit.chain import canonical, link_hash
from foundation.audit.models import AuditChain, AuditEntry
from foundation.clock import now
from foundation.database import db

PLATFORM = "platform"


def record(
    act: Act,
    subject: Any,
    *,
    actor_id: UUID | None,
    school_id: UUID | None = None,
    reason: str = "",
    **details: Any,
) -> None:
    """Write down an act on a subject (a model, or a (type, id) pair) in the chain of its school."""
    kind, subject_id = subject if isinstance(subject, tuple) else (subject.__tablename__, subject.id)
    school = school_id or getattr(subject, "school_id", None)
    entry = {
        "chain": str(school) if school else PLATFORM,
        "at": now(),
        "act": act.name,
        "actor_id": actor_id,
        "acted_for_id": None,
        "subject_type": kind,
        "subject_id": subject_id,
        "reason": reason,
        "details": json.loads(canonical(details)),
        "source": _source(),
    }
    db.session.connection()  # begins a transaction, so that a rollback also forgets this entry
    db.session.info.setdefault("audit_waiting", []).append(entry)


def _source() -> str:
    """Tell acts from one place apart from others without keeping an address: only we can make this hash."""
    if not has_request_context():
        return "command"
    key = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(key, (request.remote_addr or "").encode(), "sha256").hexdigest()[:16]


@event.listens_for(Session, "before_commit")
def _close_chains(session: Session) -> None:
    waiting = session.info.pop("audit_waiting", [])
    if not waiting:
        return
    session.flush()
    in_order = sorted(waiting, key=lambda each: str(each["chain"]))
    for key, entries in groupby(in_order, key=lambda each: str(each["chain"])):
        head = _locked_head(session, key)
        for entry in entries:
            _append(session, head, entry)
    session.flush()


@event.listens_for(Session, "after_soft_rollback")
def _forget(session: Session, ended: SessionTransaction) -> None:
    if not ended.nested:
        session.info.pop("audit_waiting", None)


def _append(session: Session, head: AuditChain, entry: dict[str, Any]) -> None:
    head.sequence += 1
    entry = entry | {"sequence": head.sequence, "previous": head.head}
    head.head = link_hash(entry)
    session.add(AuditEntry(**entry, hash=head.head))


def _locked_head(session: Session, key: str) -> AuditChain:
    locked = sa.select(AuditChain).where(AuditChain.key == key).with_for_update()
    head = session.scalars(locked).one_or_none()
    if head is None:
        head = AuditChain(key=key, sequence=0, head="")
        session.add(head)
        session.flush()
    return head
