"""Sessions on the server: opened, recognised, ended. The cookie holds a token, the row its hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from flask import Flask, current_app, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy.orm import joinedload

from accounts.login.models import LoginSession
from accounts.login.rules import SEEN_EVERY, ends_at, needs_second_factor, term_for
from accounts.people.models import Person
from accounts.policy.actor import Actor
from accounts.schools.models import Membership
from foundation.clock import now
from foundation.database import db
from foundation.transaction import afterwards

BACKGROUND = "X-Wijkwijs-Background"


@dataclass
class SignedIn(UserMixin):  # type: ignore[misc]
    """What Flask-Login knows of a signed-in browser: the token in its cookie."""

    token: str
    row: LoginSession
    person: Person
    membership: Membership

    def get_id(self) -> str:
        return self.token


def init_sessions(app: Flask) -> None:
    """Recognise the browser before the guard looks."""
    manager = LoginManager(app)
    manager.session_protection = None
    manager.user_loader(_recognise)
    app.before_request(_load_actor)


def open_session(person: Person, membership: Membership) -> LoginSession:
    """Sign this browser in under a new token; a second factor may still be asked."""
    session.clear()
    token = secrets.token_urlsafe(32)
    row = LoginSession(
        token_hash=hash_token(token),
        person_id=person.id,
        membership_id=membership.id,
        created_at=now(),
        last_seen_at=now(),
        browser=_browser(),
    )
    db.session.add(row)
    db.session.flush()
    login_user(SignedIn(token, row, person, membership))
    return row


def close_session() -> None:
    """Sign this browser out, here and on the server."""
    if current_user.is_authenticated:
        end_sessions(current_user.person.id, only=current_user.row.id)
    logout_user()
    session.clear()


def end_sessions(
    person_id: UUID,
    *,
    only: UUID | None = None,
    but: UUID | None = None,
    membership_id: UUID | None = None,
) -> int:
    """End sessions of a person on the server: one, all but one, at one school, or all; give how many."""
    ended = sa.update(LoginSession).where(
        LoginSession.person_id == person_id, LoginSession.ended_at.is_(None)
    )
    if only is not None:
        ended = ended.where(LoginSession.id == only)
    if but is not None:
        ended = ended.where(LoginSession.id != but)
    if membership_id is not None:
        ended = ended.where(LoginSession.membership_id == membership_id)
    result = db.session.execute(ended.values(ended_at=now()))
    return int(result.rowcount)  # type: ignore[attr-defined]


def hash_token(token: str) -> str:
    """Give what is kept of a token (SHA-256, hex); a token has enough bits to need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def _recognise(token: str) -> SignedIn | None:
    found = (
        sa.select(LoginSession, Person, Membership)
        .join(Person, Person.id == LoginSession.person_id)
        .join(Membership, Membership.id == LoginSession.membership_id)
        .where(LoginSession.token_hash == hash_token(token), LoginSession.ended_at.is_(None))
        .options(joinedload(Membership.grants), joinedload(Membership.school))
    )
    found_row = db.session.execute(found).unique().one_or_none()
    if found_row is None:
        return None
    row, person, membership = found_row
    if person.disabled_at or membership.ended_at or now() >= _end_of(row, membership):
        return None
    return SignedIn(token, row, person, membership)


def _load_actor() -> None:
    if request.endpoint == "static" or "_user_id" not in session or not current_user.is_authenticated:
        return
    signed_in: SignedIn = current_user
    _note_seen(signed_in.row)
    roles = signed_in.membership.roles
    demo = current_app.extensions["settings"].is_demo
    if needs_second_factor(roles, demo=demo) and signed_in.row.second_factor_at is None:
        g.half_session = signed_in
        return
    g.actor = Actor(
        person_id=signed_in.person.id,
        membership_id=signed_in.membership.id,
        school_id=signed_in.membership.school_id,
        school_name=signed_in.membership.school.name,
        name=signed_in.membership.name,
        roles=roles,
        session_id=signed_in.row.id,
        language=signed_in.person.language,
        theme=signed_in.person.theme,
        session_ends=_end_of(signed_in.row, signed_in.membership),
    )


def _note_seen(row: LoginSession) -> None:
    if request.headers.get(BACKGROUND) or now() - row.last_seen_at < SEEN_EVERY:
        return
    session_id, seen = row.id, now()
    afterwards(
        lambda: db.session.execute(
            sa.update(LoginSession).where(LoginSession.id == session_id).values(last_seen_at=seen)
        )
    )


def _end_of(row: LoginSession, membership: Membership) -> datetime:
    return ends_at(term_for(membership.roles), row.created_at, row.last_seen_at)


def _browser() -> str:
    return (request.user_agent.string or "")[:80]
