"""Sessions on the server: opened, recognised, ended. The cookie holds a token, the row its hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from flask import Flask, current_app, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy.orm import joinedload

from accounts.login.browsers import name_browser
from accounts.login.models import LoginSession, SecondFactor
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
    has_factor: bool = False

    def get_id(self) -> str:
        return self.token


def init_sessions(app: Flask) -> None:
    """Recognise the browser before the guard looks."""
    manager = LoginManager(app)
    manager.session_protection = None
    manager.user_loader(_recognise)
    app.before_request(_load_actor)


def open_session(person: Person, membership: Membership) -> LoginSession:
    """Sign this browser in under a new token, ending what it had; a second factor may still be asked."""
    _end_this_one()
    session.clear()
    token = secrets.token_urlsafe(32)
    row = LoginSession(
        token_hash=hash_token(token),
        person_id=person.id,
        membership_id=membership.id,
        created_at=now(),
        last_seen_at=now(),
        browser=name_browser(request.user_agent.string or ""),
    )
    db.session.add(row)
    db.session.flush()
    login_user(SignedIn(token, row, person, membership))
    return row


def renew_session() -> None:
    """Give this browser a new token, because what it may do has changed; its limits stay."""
    present = this_browser()
    token = secrets.token_urlsafe(32)
    present.row.token_hash = hash_token(token)
    login_user(SignedIn(token, present.row, present.person, present.membership))


def this_browser() -> SignedIn:
    """Give who is signed in here, half or wholly; only for routes whose rule asks for somebody."""
    found: SignedIn = current_user._get_current_object()
    return found


def close_session() -> None:
    """Sign this browser out, here and on the server."""
    _end_this_one()
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


def session_end(row: LoginSession, membership: Membership) -> datetime:
    """Give the instant at which a session ends by itself."""
    return ends_at(term_for(membership.roles), row.created_at, row.last_seen_at)


def hash_token(token: str) -> str:
    """Give what is kept of a token (SHA-256, hex); a token has enough bits to need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def _end_this_one() -> None:
    if "_user_id" in session and current_user.is_authenticated:
        end_sessions(current_user.row.person_id, only=current_user.row.id)


def _recognise(token: str) -> SignedIn | None:
    given = {"token_hash": hash_token(token)}
    found_row = db.session.execute(_session_by_token(), given).unique().one_or_none()
    if found_row is None:
        return None
    row, person, membership, has_factor = found_row
    if person.disabled_at or membership.ended_at or now() >= session_end(row, membership):
        return None
    return SignedIn(token, row, person, membership, has_factor)


@cache
def _session_by_token() -> sa.Select[LoginSession, Person, Membership, bool]:
    """Build the statement of every request once: building it costs more than running it."""
    factors = sa.select(SecondFactor.id).where(SecondFactor.person_id == Person.id)
    return (
        sa.select(LoginSession, Person, Membership, factors.exists())
        .join(Person, Person.id == LoginSession.person_id)
        .join(Membership, Membership.id == LoginSession.membership_id)
        .where(LoginSession.token_hash == sa.bindparam("token_hash"), LoginSession.ended_at.is_(None))
        .options(joinedload(Membership.grants), joinedload(Membership.school))
    )


def _load_actor() -> None:
    if request.endpoint == "static" or "_user_id" not in session or not current_user.is_authenticated:
        return
    signed_in: SignedIn = current_user
    _note_seen(signed_in.row)
    if _is_half(signed_in):
        g.half_session = signed_in
        return
    g.actor = Actor(
        person_id=signed_in.person.id,
        membership_id=signed_in.membership.id,
        school_id=signed_in.membership.school_id,
        school_name=signed_in.membership.school.name,
        name=signed_in.membership.name,
        roles=signed_in.membership.roles,
        session_id=signed_in.row.id,
        language=signed_in.person.language,
        theme=signed_in.person.theme,
        session_ends=session_end(signed_in.row, signed_in.membership),
    )


def _is_half(signed_in: SignedIn) -> bool:
    """Tell whether a code is still to be given: by whom the school asks it, and by who chose to."""
    demo = current_app.extensions["settings"].is_demo
    asked = needs_second_factor(signed_in.membership.roles, demo=demo) or signed_in.has_factor
    return asked and signed_in.row.second_factor_at is None


def _note_seen(row: LoginSession) -> None:
    if request.headers.get(BACKGROUND) or now() - row.last_seen_at < SEEN_EVERY:
        return
    session_id, seen = row.id, now()
    afterwards(
        lambda: db.session.execute(
            sa.update(LoginSession).where(LoginSession.id == session_id).values(last_seen_at=seen)
        )
    )
