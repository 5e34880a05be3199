"""Read cohorts and the students in them; always within one school."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from accounts.schools.models import Membership
from enrolment.models import Allocation, Coaching, Cohort, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.database import db
from foundation.web.paging import Cursor, Page, page_of


@dataclass(frozen=True)
class Filters:
    """Which students of a cohort to show."""

    text: str = ""
    state: EnrolmentState | None = None
    coach_id: UUID | None = None

    @property
    def any(self) -> bool:
        """Tell whether something is filtered."""
        return bool(self.text or self.state or self.coach_id)


def cohort_of(school_id: UUID, cohort_id: UUID) -> Cohort | None:
    """Give a cohort of this school."""
    found = sa.select(Cohort).where(Cohort.school_id == school_id, Cohort.id == cohort_id)
    return db.session.scalars(found).one_or_none()


def page_of_cohorts(school_id: UUID, cursor: Cursor) -> Page[Cohort]:
    """Give one page of the cohorts of a school, by name."""
    own = sa.select(Cohort).where(Cohort.school_id == school_id)
    anchor = sa.select(Cohort.name, Cohort.id).where(Cohort.school_id == school_id)
    return page_of(own, key=(Cohort.name, Cohort.id), anchor=anchor, cursor=cursor)


def sizes_of(cohorts: Sequence[Cohort]) -> Mapping[UUID, int]:
    """Give how many students each of these cohorts has, without those who left."""
    counted = (
        sa.select(Enrolment.cohort_id, sa.func.count().label("students"))
        .where(
            Enrolment.cohort_id.in_([cohort.id for cohort in cohorts]),
            Enrolment.state != EnrolmentState.WITHDRAWN,
        )
        .group_by(Enrolment.cohort_id)
    )
    return {row.cohort_id: row.students for row in db.session.execute(counted)}


def page_of_students(cohort: Cohort, filters: Filters, cursor: Cursor) -> Page[Enrolment]:
    """Give one page of the students of a cohort, by name, with their coaches and assessors."""
    found = _filtered(_in_cohort(cohort), filters).options(
        contains_eager(Enrolment.student),
        selectinload(Enrolment.coachings).joinedload(Coaching.coach),
        selectinload(Enrolment.allocations).joinedload(Allocation.assessor),
    )
    anchor = sa.select(Membership.name, Enrolment.id).join(Enrolment.student)
    anchor = anchor.where(Enrolment.cohort_id == cohort.id)
    return page_of(found, key=(Membership.name, Enrolment.id), anchor=anchor, cursor=cursor)


def students_of(
    cohort: Cohort, chosen: Sequence[UUID] | None = None, *, for_writing: bool = False
) -> list[Enrolment]:
    """Give the students of a cohort who are at work (or the chosen ones of them), with their people.

    `for_writing` locks their rows, so that allocating and coaching wait for each other.
    """
    found = _in_cohort(cohort).where(Enrolment.state.in_([EnrolmentState.ACTIVE, EnrolmentState.PAUSED]))
    if chosen is not None:
        found = found.where(Enrolment.id.in_(chosen))
    found = found.options(
        contains_eager(Enrolment.student).joinedload(Membership.person),
        selectinload(Enrolment.coachings).joinedload(Coaching.coach),
        selectinload(Enrolment.allocations).joinedload(Allocation.assessor),
    )
    if for_writing:
        found = found.with_for_update(key_share=True, of=Enrolment)
    return list(db.session.scalars(found.order_by(Membership.name, Enrolment.id)))


@dataclass(frozen=True)
class Counts:
    """How many students a cohort has, and how many miss something."""

    students: int
    without_coach: int
    without_two_assessors: int


def counts_of(cohort: Cohort) -> Counts:
    """Count the students of a cohort and what they miss, in one statement."""
    return Counts(*db.session.execute(_counts(), {"cohort": cohort.id}).one())


def coaches_in(cohort: Cohort) -> Sequence[Membership]:
    """Give who coaches somebody in this cohort now, by name."""
    found = (
        sa.select(Membership)
        .join(Coaching, Coaching.coach_id == Membership.id)
        .join(Enrolment, Enrolment.id == Coaching.enrolment_id)
        .where(Enrolment.cohort_id == cohort.id, Coaching.ended_at.is_(None))
        .distinct()
        .order_by(Membership.name, Membership.id)
    )
    return list(db.session.scalars(found))


def sister_cohorts(cohort: Cohort) -> Sequence[Cohort]:
    """Give the other cohorts of the same keuzedeel, newest first."""
    found = (
        sa.select(Cohort)
        .where(Cohort.school_id == cohort.school_id, Cohort.keuzedeel == cohort.keuzedeel)
        .where(Cohort.id != cohort.id)
        .order_by(Cohort.starts_on.desc(), Cohort.name)
        .limit(200)
    )
    return list(db.session.scalars(found))


def enrolment_of(school_id: UUID, enrolment_id: UUID, *, for_writing: bool = False) -> Enrolment | None:
    """Give an enrolment with everybody around it and their names; `for_writing` locks its row."""
    found = (
        sa.select(Enrolment)
        .where(Enrolment.school_id == school_id, Enrolment.id == enrolment_id)
        .options(
            joinedload(Enrolment.cohort),
            joinedload(Enrolment.student).joinedload(Membership.person),
            selectinload(Enrolment.coachings).joinedload(Coaching.coach),
            selectinload(Enrolment.allocations).joinedload(Allocation.assessor),
        )
    )
    if for_writing:
        found = found.with_for_update(key_share=True, of=Enrolment)
    return db.session.scalars(found).one_or_none()


def _in_cohort(cohort: Cohort) -> sa.Select[Enrolment]:
    return sa.select(Enrolment).join(Enrolment.student).where(Enrolment.cohort_id == cohort.id)


def _filtered(query: sa.Select[Enrolment], filters: Filters) -> sa.Select[Enrolment]:
    if filters.text:
        name = Membership.name.icontains(filters.text, autoescape=True)
        query = query.where(name | Enrolment.number.istartswith(filters.text, autoescape=True))
    if filters.state:
        query = query.where(Enrolment.state == filters.state)
    if filters.coach_id:
        coached = sa.select(Coaching.enrolment_id).where(
            Coaching.coach_id == filters.coach_id, Coaching.ended_at.is_(None)
        )
        query = query.where(Enrolment.id.in_(coached))
    return query


@cache
def _counts() -> sa.Select[int, int, int]:
    """Build it once: to build it takes longer than to run it."""
    present = Enrolment.state.in_([EnrolmentState.ACTIVE, EnrolmentState.PAUSED])
    return sa.select(
        sa.func.count().filter(Enrolment.state != EnrolmentState.WITHDRAWN),
        sa.func.count().filter(present) - _present_with_coach(),
        sa.func.count().filter(present) - _present_with_two_assessors(),
    ).where(Enrolment.cohort_id == sa.bindparam("cohort"))


def _present_with_coach() -> sa.ScalarSelect[int]:
    """One join for the group, and not a look for each of its students."""
    present = aliased(Enrolment)
    found = sa.select(sa.func.count(sa.distinct(present.id))).join(
        Coaching, sa.and_(Coaching.enrolment_id == present.id, Coaching.ended_at.is_(None))
    )
    return found.where(*_present(present)).scalar_subquery()


def _present_with_two_assessors() -> sa.ScalarSelect[int]:
    present, first, second = aliased(Enrolment), aliased(Allocation), aliased(Allocation)
    found = (
        sa.select(sa.func.count())
        .select_from(present)
        .join(first, sa.and_(first.enrolment_id == present.id, first.seat == 1))
        .join(second, sa.and_(second.enrolment_id == present.id, second.seat == 2))
    )
    return found.where(*_present(present)).scalar_subquery()


def _present(enrolment: type[Enrolment]) -> tuple[sa.ColumnElement[bool], ...]:
    states = [EnrolmentState.ACTIVE, EnrolmentState.PAUSED]
    return enrolment.cohort_id == sa.bindparam("cohort"), enrolment.state.in_(states)
