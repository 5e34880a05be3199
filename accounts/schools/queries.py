"""Find schools and their members; many at once, so that an import asks little."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant, School
from foundation.database import db

BATCH = 500
Value = TypeVar("Value")


def all_schools() -> list[School]:
    """Give every school by name: for platform commands only."""
    return list(db.session.scalars(sa.select(School).order_by(School.name, School.id)))


def memberships_of_people(school_id: UUID, person_ids: Sequence[UUID]) -> dict[UUID, Membership]:
    """Give the memberships (ended ones too) of these people at a school, with their roles, by person."""
    found: dict[UUID, Membership] = {}
    for part in in_batches(person_ids):
        rows = sa.select(Membership).where(Membership.school_id == school_id, Membership.person_id.in_(part))
        for row in db.session.scalars(rows.options(selectinload(Membership.grants))):
            found[row.person_id] = row
    return found


def holders_of_numbers(school_id: UUID, numbers: Sequence[str]) -> dict[str, UUID]:
    """Give who has these student numbers at a school: number to person."""
    found: dict[str, UUID] = {}
    for part in in_batches(numbers):
        rows = sa.select(Membership.student_number, Membership.person_id).where(
            Membership.school_id == school_id, Membership.student_number.in_(part)
        )
        found.update({number: person for number, person in db.session.execute(rows) if number})
    return found


def with_rights(membership: Membership) -> Membership:
    """Read a membership anew, with its roles, and hold it until the end of the transaction."""
    db.session.flush()
    return db.session.scalars(
        sa.select(Membership)
        .where(Membership.id == membership.id, Membership.school_id == membership.school_id)
        .options(selectinload(Membership.grants))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()


def is_admin(school_id: UUID, person_id: UUID) -> bool:
    """Tell whether a person is an administrator of a school now."""
    found = _admins(school_id).where(Membership.person_id == person_id)
    return db.session.scalar(found.limit(1)) is not None


def other_admins(membership: Membership) -> int:
    """Count the administrators of the school besides this member; other changes of rights wait."""
    db.session.execute(sa.select(School.id).where(School.id == membership.school_id).with_for_update())
    others = _admins(membership.school_id).where(Membership.id != membership.id).subquery()
    return int(db.session.scalar(sa.select(sa.func.count()).select_from(others)) or 0)


def active_memberships(person_id: UUID) -> list[Membership]:
    """Give where a person belongs now, with school and roles, by name of the school."""
    rows = (
        sa.select(Membership)
        .join(Membership.school)
        .where(Membership.person_id == person_id, Membership.ended_at.is_(None))
        .options(joinedload(Membership.school), joinedload(Membership.grants))
        .order_by(School.name, Membership.id)
    )
    return list(db.session.scalars(rows).unique())


def members_with_role(school_id: UUID, role: Role) -> Sequence[Membership]:
    """Give who has this role at the school now, by name."""
    found = (
        sa.select(Membership)
        .join(RoleGrant, RoleGrant.membership_id == Membership.id)
        .where(Membership.school_id == school_id, Membership.ended_at.is_(None), RoleGrant.role == role)
        .order_by(Membership.name, Membership.id)
    )
    return list(db.session.scalars(found))


def names_of(school_id: UUID, person_ids: Collection[UUID]) -> dict[UUID, str]:
    """Give the names that people have at this school."""
    if not person_ids:
        return {}
    found = sa.select(Membership.person_id, Membership.name).where(
        Membership.school_id == school_id, Membership.person_id.in_(person_ids)
    )
    return {row.person_id: row.name for row in db.session.execute(found)}


def people_named(school_id: UUID, text: str) -> sa.Select[UUID]:
    """Select the people whose name at this school holds a text, for use in another statement."""
    return sa.select(Membership.person_id).where(
        Membership.school_id == school_id, Membership.name.icontains(text, autoescape=True)
    )


def in_batches(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Cut a long list in parts that fit in one statement."""
    for start in range(0, len(values), BATCH):
        yield values[start : start + BATCH]


def _admins(school_id: UUID) -> sa.Select[Any]:
    return (
        sa.select(Membership.id)
        .join(RoleGrant, RoleGrant.membership_id == Membership.id)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.school_id == school_id,
            Membership.ended_at.is_(None),
            Person.disabled_at.is_(None),
            RoleGrant.role == Role.SCHOOL_ADMIN,
        )
    )
