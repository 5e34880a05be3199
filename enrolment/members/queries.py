"""Read the members of a school."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant
from enrolment.catalogue import keuzedeel
from enrolment.hooks import signed_by
from enrolment.models import Allocation, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.database import db
from foundation.web.paging import Cursor, Page, page_of


def page_of_members(school_id: UUID, text: str, role: Role | None, cursor: Cursor) -> Page[Membership]:
    """Give one page of the members of a school, by name."""
    found = (
        sa.select(Membership)
        .where(Membership.school_id == school_id)
        .options(joinedload(Membership.person), selectinload(Membership.grants))
    )
    if text:
        by_address = Membership.person_id.in_(
            sa.select(Person.id).where(Person.email.istartswith(text, autoescape=True))
        )
        by_number = Membership.student_number.istartswith(text, autoescape=True)
        found = found.where(Membership.name.icontains(text, autoescape=True) | by_number | by_address)
    if role:
        found = found.where(
            Membership.id.in_(sa.select(RoleGrant.membership_id).where(RoleGrant.role == role))
        )
    anchor = sa.select(Membership.name, Membership.id).where(Membership.school_id == school_id)
    return page_of(found, key=(Membership.name, Membership.id), anchor=anchor, cursor=cursor)


def member_of(school_id: UUID, membership_id: UUID) -> Membership | None:
    """Give a member of this school with roles and account."""
    found = (
        sa.select(Membership)
        .where(Membership.school_id == school_id, Membership.id == membership_id)
        .options(joinedload(Membership.person), selectinload(Membership.grants))
    )
    return db.session.scalars(found).one_or_none()


def enrolments_of(member: Membership) -> Sequence[Enrolment]:
    """Give the enrolments of a member, newest first."""
    found = (
        sa.select(Enrolment)
        .where(Enrolment.school_id == member.school_id, Enrolment.student_id == member.id)
        .options(joinedload(Enrolment.cohort))
        .order_by(Enrolment.created_at.desc())
    )
    return list(db.session.scalars(found))


def still_judged_by(member: Membership) -> Sequence[Enrolment]:
    """Give the students of whom this member has work to judge, now or later, by name. Two statements."""
    found = (
        sa.select(Enrolment)
        .join(Allocation, Allocation.enrolment_id == Enrolment.id)
        .join(Enrolment.student)
        .join(Enrolment.cohort)
        .where(
            Enrolment.school_id == member.school_id,
            Allocation.assessor_id == member.id,
            Enrolment.state.in_([EnrolmentState.ACTIVE, EnrolmentState.PAUSED]),
        )
        .options(contains_eager(Enrolment.student), contains_eager(Enrolment.cohort))
        .order_by(Membership.name, Enrolment.id)
    )
    rows = db.session.scalars(found).all()
    signed = signed_by(member.id) if rows else {}
    return [row for row in rows if signed.get(row.id, 0) < _pieces(row)]


def _pieces(enrolment: Enrolment) -> int:
    return len(keuzedeel(enrolment.cohort.keuzedeel).qualification.work_processes)
