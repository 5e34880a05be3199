"""Links that work once: made when the letter is written, kept as a hash, bound to one purpose."""

from __future__ import annotations

import secrets
from datetime import timedelta
from uuid import UUID

import sqlalchemy as sa

from accounts.login.models import OneTimeToken, TokenPurpose
from accounts.login.sessions import hash_token
from foundation.clock import now
from foundation.database import db

LASTS = {
    TokenPurpose.INVITATION: timedelta(days=14),
    TokenPurpose.RESET: timedelta(minutes=30),
    TokenPurpose.NEW_EMAIL: timedelta(hours=24),
}


def make_token(
    purpose: TokenPurpose, person_id: UUID, *, membership_id: UUID | None = None, email: str = ""
) -> str:
    """Make a link for one purpose; an older one for the same purpose stops working."""
    withdraw_tokens(person_id, purpose)
    token = secrets.token_urlsafe(32)
    row = OneTimeToken(
        purpose=purpose,
        token_hash=hash_token(token),
        person_id=person_id,
        membership_id=membership_id,
        email=email,
        created_at=now(),
        expires_at=now() + LASTS[purpose],
    )
    db.session.add(row)
    db.session.flush()
    return token


def find_token(purpose: TokenPurpose, token: str) -> OneTimeToken | None:
    """Give a link that still works; None when it is used, too old, for something else or not ours."""
    row = _row_of(purpose, token)
    return row if row and row.used_at is None and now() < row.expires_at else None


def find_dead_token(purpose: TokenPurpose, token: str) -> OneTimeToken | None:
    """Give a link that was ours once, to say why it does not work."""
    return _row_of(purpose, token)


def use_token(row: OneTimeToken) -> bool:
    """Use a link up; False when somebody was just before."""
    used = (
        sa.update(OneTimeToken)
        .where(OneTimeToken.id == row.id, OneTimeToken.used_at.is_(None))
        .values(used_at=now())
    )
    return bool(db.session.execute(used).rowcount)  # type: ignore[attr-defined]


def withdraw_tokens(person_id: UUID, *purposes: TokenPurpose) -> None:
    """Let no unused link of a person work any more: for these purposes, or for all."""
    withdrawn = sa.update(OneTimeToken).where(
        OneTimeToken.person_id == person_id, OneTimeToken.used_at.is_(None)
    )
    if purposes:
        withdrawn = withdrawn.where(OneTimeToken.purpose.in_(purposes))
    db.session.execute(withdrawn.values(used_at=now()))


def _row_of(purpose: TokenPurpose, token: str) -> OneTimeToken | None:
    wanted = sa.select(OneTimeToken).where(
        OneTimeToken.token_hash == hash_token(token), OneTimeToken.purpose == purpose
    )
    return db.session.scalars(wanted).one_or_none()
