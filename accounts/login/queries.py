"""What a person sees of the own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from accounts.login.models import LoginSession, OneTimeToken, RecoveryCode, SecondFactor
from accounts.login.rules import STAFF_TERM, STUDENT_TERM, SessionTerm
from accounts.schools.models import Membership, RoleGrant, School
from accounts.schools.roles import STAFF
from foundation.clock import now
from foundation.database import db

MOST_SESSIONS = 50


@dataclass(frozen=True)
class Doors:
    """How somebody comes in: since when there is a second step, codes left, number of schools."""

    second_step_since: datetime | None
    codes_left: int
    schools: int


def open_sessions(person_id: UUID) -> list[LoginSession]:
    """Give the sessions of a person that may still be used, the last used first."""
    of_staff = sa.exists().where(
        RoleGrant.membership_id == LoginSession.membership_id, RoleGrant.role.in_(STAFF)
    )
    found = (
        sa.select(LoginSession)
        .where(
            LoginSession.person_id == person_id,
            LoginSession.ended_at.is_(None),
            _lasts(STAFF_TERM) | (~of_staff & _lasts(STUDENT_TERM)),
        )
        .order_by(LoginSession.last_seen_at.desc(), LoginSession.id)
        .limit(MOST_SESSIONS)
    )
    return list(db.session.scalars(found))


def doors_of(person_id: UUID) -> Doors:
    """Give how a person comes in, in one query."""
    since = sa.select(SecondFactor.confirmed_at).where(SecondFactor.person_id == person_id)
    codes = _count(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    schools = _count(Membership.person_id == person_id, Membership.ended_at.is_(None))
    row = db.session.execute(sa.select(since.scalar_subquery(), codes, schools)).one()
    return Doors(*row)


def _lasts(term: SessionTerm) -> sa.ColumnElement[bool]:
    """Ask in the database what `rules.ends_at` answers of one session."""
    return (LoginSession.created_at > now() - term.absolute) & (LoginSession.last_seen_at > now() - term.idle)


def _count(*conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[int]:
    return sa.select(sa.func.count()).where(*conditions).scalar_subquery()


def invited_as(token: OneTimeToken) -> tuple[Membership, School]:
    """Give as whom, and at which school, somebody was invited."""
    found = (
        sa.select(Membership, School)
        .join(School, School.id == Membership.school_id)
        .where(Membership.id == token.membership_id)
    )
    member, school = db.session.execute(found).one()
    return member, school
