"""Read the students of one coach: a page by key, and what is known about each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from accounts.policy.actor import Actor
from accounts.schools.models import Membership
from course.hours.models import HourEntry
from course.hours.queries import TO_CONFIRM
from course.progress.models import AssignmentDone, LessonProgress
from course.workbench.models import WorkItem
from enrolment.models import Coaching, Deadline, Enrolment, Extension
from enrolment.workflow import EnrolmentState
from foundation.clock import local
from foundation.database import db

PAGE = 25
RUNNING = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED)
Key = tuple[str, UUID]


def students_of(actor: Actor, *, after: UUID | None = None) -> tuple[Sequence[Enrolment], UUID | None]:
    """Give a page of the active students this coach has now, by name, and where the next page starts."""
    found = (
        _own_students(actor)
        .options(joinedload(Enrolment.cohort), contains_eager(Enrolment.student))
        .order_by(Membership.name, Enrolment.id)
    )
    if after is not None:
        found = found.where(sa.tuple_(Membership.name, Enrolment.id) > _key_of(actor, after))
    rows = db.session.scalars(found.limit(PAGE + 1)).all()
    return rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None


def coached(school_id: UUID, enrolment_id: UUID) -> Enrolment | None:
    """Give an enrolment with cohort, student and coaches."""
    found = (
        sa.select(Enrolment)
        .where(Enrolment.school_id == school_id, Enrolment.id == enrolment_id)
        .options(
            joinedload(Enrolment.cohort), joinedload(Enrolment.student), selectinload(Enrolment.coachings)
        )
    )
    return db.session.scalars(found).one_or_none()


def last_active(enrolment_ids: Sequence[UUID]) -> Mapping[UUID, date]:
    """Give the last day on which each student did something. One statement."""
    moments = sa.union_all(
        *(
            sa.select(table.enrolment_id.label("enrolment_id"), moment.label("at")).where(
                table.enrolment_id.in_(enrolment_ids), moment.is_not(None)
            )
            for table, moment in (
                (HourEntry, HourEntry.created_at),
                (LessonProgress, LessonProgress.opened_at),
                (LessonProgress, LessonProgress.done_at),
                (AssignmentDone, AssignmentDone.done_at),
                (WorkItem, WorkItem.updated_at),
            )
        )
    ).subquery()
    newest = sa.select(moments.c.enrolment_id, sa.func.max(moments.c.at)).group_by(moments.c.enrolment_id)
    return {enrolment_id: local(at).date() for enrolment_id, at in db.session.execute(newest)}


def deadlines_of(enrolments: Sequence[Enrolment]) -> Mapping[UUID, Mapping[str, datetime]]:
    """Give the last instant per work process for each student, extensions counted in. One statement."""
    ids = [each.id for each in enrolments]
    of_cohort = (
        sa.select(Enrolment.id, Deadline.work_process, Deadline.at)
        .join(Deadline, Deadline.cohort_id == Enrolment.cohort_id)
        .where(Enrolment.id.in_(ids))
    )
    own = sa.select(Extension.enrolment_id, Extension.work_process, Extension.at).where(
        Extension.enrolment_id.in_(ids)
    )
    latest: dict[UUID, dict[str, datetime]] = defaultdict(dict)
    for enrolment_id, code, at in db.session.execute(of_cohort.union_all(own)):
        latest[enrolment_id][code] = max(at, latest[enrolment_id].get(code, at))
    return latest


def minutes_to_confirm(enrolment_ids: Sequence[UUID]) -> Mapping[UUID, int]:
    """Add up the minutes that wait for the coach, per student. One statement."""
    summed = (
        sa.select(HourEntry.enrolment_id, sa.func.sum(HourEntry.minutes))
        .where(HourEntry.enrolment_id.in_(enrolment_ids), HourEntry.state.in_(TO_CONFIRM))
        .group_by(HourEntry.enrolment_id)
    )
    return {enrolment_id: int(minutes) for enrolment_id, minutes in db.session.execute(summed)}


def _own_students(actor: Actor) -> sa.Select[Enrolment]:
    return (
        sa.select(Enrolment)
        .join(Coaching, Coaching.enrolment_id == Enrolment.id)
        .join(Membership, Membership.id == Enrolment.student_id)
        .where(
            Enrolment.school_id == actor.school_id,
            Enrolment.state.in_(RUNNING),
            Coaching.coach_id == actor.membership_id,
            Coaching.ended_at.is_(None),
        )
    )


def _key_of(actor: Actor, enrolment_id: UUID) -> sa.ScalarSelect[Key]:
    key = (
        sa.select(Membership.name, Enrolment.id)
        .join(Enrolment, Enrolment.student_id == Membership.id)
        .where(Enrolment.school_id == actor.school_id, Enrolment.id == enrolment_id)
    )
    return key.scalar_subquery()
