"""Read study hours: entries, and sums in minutes that the database makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from course.hours.models import HourEntry
from course.hours.rules import Balance, Minutes, Span
from course.hours.workflow import HourState
from enrolment.models import Enrolment
from foundation.database import db

COUNTED = (HourState.LOGGED, HourState.QUESTIONED, HourState.CONFIRMED)
TO_CONFIRM = (HourState.LOGGED, HourState.QUESTIONED)
WAITING_AT_MOST = 200


def balance(enrolment_id: UUID) -> Balance:
    """Add up one student's minutes per work process. One statement."""
    return balance_of_many([enrolment_id]).get(enrolment_id, Balance())


def balance_of_many(enrolment_ids: Iterable[UUID]) -> Mapping[UUID, Balance]:
    """Add up the minutes of several students; who logged nothing is absent. One statement."""
    parts: dict[UUID, dict[str, Minutes]] = defaultdict(dict)
    for enrolment_id, code, *minutes in db.session.execute(_balance(), {"enrolments": list(enrolment_ids)}):
        parts[enrolment_id][code] = Minutes(*(int(each) for each in minutes))
    return {enrolment_id: Balance(per_code) for enrolment_id, per_code in parts.items()}


def entry_of(enrolment: Enrolment, entry_id: UUID) -> HourEntry | None:
    """Give one entry of a student, locked for who changes it."""
    found = _entries(enrolment).where(HourEntry.id == entry_id)
    return db.session.scalars(found.with_for_update()).one_or_none()


def entries_with(enrolment: Enrolment, ids: Collection[UUID]) -> Sequence[HourEntry]:
    """Give these entries of a student, locked for who decides on them; others are left out."""
    found = _entries(enrolment).where(HourEntry.id.in_(list(ids))).order_by(HourEntry.id)
    return db.session.scalars(found.with_for_update()).all()


def entries_between(enrolment: Enrolment, first: date, last: date) -> Sequence[HourEntry]:
    """Give the entries that count on the days from first to last, in order."""
    found = _entries(enrolment).where(HourEntry.state.in_(COUNTED), HourEntry.day.between(first, last))
    return db.session.scalars(found.order_by(HourEntry.day, HourEntry.started_at, HourEntry.id)).all()


def for_the_student(enrolment: Enrolment) -> Sequence[HourEntry]:
    """Give what waits for the student: proposals, and entries that the coach asked about."""
    found = _entries(enrolment).where(HourEntry.state.in_((HourState.PROPOSED, HourState.QUESTIONED)))
    return db.session.scalars(found.order_by(HourEntry.day, HourEntry.id).limit(WAITING_AT_MOST)).all()


def to_confirm(enrolment: Enrolment) -> Sequence[HourEntry]:
    """Give the oldest entries that the coach has not confirmed."""
    found = _entries(enrolment).where(HourEntry.state.in_(TO_CONFIRM))
    return db.session.scalars(found.order_by(HourEntry.day, HourEntry.id).limit(WAITING_AT_MOST)).all()


def all_entries(enrolment: Enrolment) -> Sequence[HourEntry]:
    """Give every entry that counts, for the export."""
    found = _entries(enrolment).where(HourEntry.state.in_(COUNTED))
    return db.session.scalars(found.order_by(HourEntry.day, HourEntry.started_at, HourEntry.id)).all()


def spans_near(enrolment: Enrolment, day: date, *, but: UUID | None = None) -> list[Span]:
    """Give the time that counts on a day and the days beside it, without one entry."""
    near = sa.select(HourEntry.id, HourEntry.day, HourEntry.minutes, HourEntry.started_at).where(
        HourEntry.school_id == enrolment.school_id,
        HourEntry.enrolment_id == enrolment.id,
        HourEntry.state.in_(COUNTED),
        HourEntry.day.between(day - timedelta(days=1), day + timedelta(days=1)),
    )
    return [Span(row.day, row.minutes, row.started_at) for row in db.session.execute(near) if row.id != but]


def minutes_per_day(enrolment: Enrolment, since: date) -> Mapping[tuple[date, str], int]:
    """Add up the minutes that count per day and work process. One statement."""
    summed = (
        sa.select(HourEntry.day, HourEntry.work_process, sa.func.sum(HourEntry.minutes))
        .where(
            HourEntry.school_id == enrolment.school_id,
            HourEntry.enrolment_id == enrolment.id,
            HourEntry.state.in_(COUNTED),
            HourEntry.day >= since,
        )
        .group_by(HourEntry.day, HourEntry.work_process)
    )
    return {(day, code): int(minutes) for day, code, minutes in db.session.execute(summed)}


@cache
def _balance() -> Any:
    """Build it once: every home and every hand-in asks it."""
    return (
        sa.select(
            HourEntry.enrolment_id,
            HourEntry.work_process,
            _minutes(HourEntry.state.in_(COUNTED)),
            _minutes(HourEntry.state == HourState.CONFIRMED),
            _minutes(HourEntry.state == HourState.PROPOSED),
        )
        .where(HourEntry.enrolment_id.in_(sa.bindparam("enrolments", expanding=True)))
        .group_by(HourEntry.enrolment_id, HourEntry.work_process)
    )


def _entries(enrolment: Enrolment) -> sa.Select[HourEntry]:
    return sa.select(HourEntry).where(
        HourEntry.school_id == enrolment.school_id, HourEntry.enrolment_id == enrolment.id
    )


def _minutes(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((condition, HourEntry.minutes), else_=0)), 0)
