"""Make schools and members, give and take roles, end a membership."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from accounts.login.sessions import end_sessions
from accounts.people.actions import find_or_make
from accounts.people.rules import normal_email
from accounts.schools import acts, queries
from accounts.schools.errors import LastAdmin, NotAnAdmin, NumberTaken, OwnRights, SlugTaken
from accounts.schools.models import Membership, Role, RoleGrant, School
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db, new_id


@dataclass(frozen=True)
class Newcomer:
    """Somebody who joins a school, as the school writes it down."""

    email: str
    name: str
    roles: Set[Role]
    student_number: str | None = None
    birth_date: date | None = None
    birth_place: str = ""


def make_school(name: str, slug: str, place: str) -> School:
    """Make a school; only the platform does."""
    if db.session.scalar(sa.select(School.id).where(School.slug == slug)):
        raise SlugTaken(slug=slug)
    school = School(name=name, slug=slug, place=place, created_at=now())
    db.session.add(school)
    db.session.flush()
    record(acts.SCHOOL_MADE, school, actor_id=None, school_id=school.id)
    return school


def make_member(
    school_id: UUID,
    *,
    email: str,
    name: str,
    roles: Set[Role],
    student_number: str | None = None,
    birth_date: date | None = None,
    birth_place: str = "",
    actor_id: UUID | None,
) -> Membership:
    """Make one person a member of a school; who is one already gets the roles that are new."""
    newcomer = Newcomer(email, name, roles, student_number, birth_date, birth_place)
    return make_members(school_id, [newcomer], actor_id=actor_id)[0]


def make_members(
    school_id: UUID, newcomers: Sequence[Newcomer], *, actor_id: UUID | None
) -> list[Membership]:
    """Make many people members at once, in the same order; raise ValueError for an address that is none."""
    _refuse_who_is_no_admin(school_id, actor_id)
    emails = [normal_email(newcomer.email) for newcomer in newcomers]
    people = find_or_make(emails)
    members = queries.memberships_of_people(school_id, [person.id for person in people.values()])
    numbers = [newcomer.student_number for newcomer in newcomers if newcomer.student_number]
    holders = queries.holders_of_numbers(school_id, numbers)
    for email, newcomer in zip(emails, newcomers, strict=True):
        person_id = people[email].id
        _refuse_taken_number(newcomer.student_number, holders, person_id)
        known = members.get(person_id)
        members[person_id] = (
            _join_again(known, newcomer, actor_id)
            if known
            else _join(school_id, person_id, newcomer, actor_id)
        )
    db.session.flush()
    return [members[people[email].id] for email in emails]


def grant_role(membership: Membership, role: Role, *, actor_id: UUID | None) -> None:
    """Give a member a role; nobody gives one to himself."""
    _refuse_who_is_no_admin(membership.school_id, actor_id)
    _add_role(queries.with_rights(membership), role, actor_id)
    db.session.flush()


def revoke_role(membership: Membership, role: Role, *, actor_id: UUID | None) -> None:
    """Take a role from a member and end the sessions in which it was used."""
    _refuse_who_is_no_admin(membership.school_id, actor_id)
    _refuse_last_admin(membership, role)
    member = queries.with_rights(membership)
    for grant in [grant for grant in member.grants if grant.role is role]:
        member.grants.remove(grant)
        record(acts.ROLE_REVOKED, member, actor_id=actor_id, role=role.value)
        end_sessions(member.person_id, membership_id=member.id)
    db.session.flush()


def end_membership(membership: Membership, *, actor_id: UUID | None) -> None:
    """Let a member leave the school: the work stays, the sessions end."""
    _refuse_who_is_no_admin(membership.school_id, actor_id)
    _refuse_last_admin(membership, Role.SCHOOL_ADMIN)
    member = queries.with_rights(membership)
    if member.ended_at:
        return
    member.ended_at = now()
    record(acts.MEMBERSHIP_ENDED, member, actor_id=actor_id)
    end_sessions(member.person_id, membership_id=member.id)
    db.session.flush()


def _join(school_id: UUID, person_id: UUID, newcomer: Newcomer, actor_id: UUID | None) -> Membership:
    _refuse_own_rights(person_id, actor_id)
    member = Membership(
        id=new_id(),
        school_id=school_id,
        person_id=person_id,
        name=newcomer.name,
        student_number=newcomer.student_number,
        birth_date=newcomer.birth_date,
        birth_place=newcomer.birth_place,
        created_at=now(),
        grants=[RoleGrant(school_id=school_id, role=role) for role in sorted(newcomer.roles)],
    )
    db.session.add(member)
    record(acts.MEMBER_MADE, member, actor_id=actor_id, roles=sorted(newcomer.roles))
    return member


def _join_again(member: Membership, newcomer: Newcomer, actor_id: UUID | None) -> Membership:
    if member.ended_at:
        _refuse_own_rights(member.person_id, actor_id)
        member.ended_at = None
        record(acts.MEMBER_REOPENED, member, actor_id=actor_id)
    for role in sorted(newcomer.roles):
        _add_role(member, role, actor_id)
    return member


def _add_role(member: Membership, role: Role, actor_id: UUID | None) -> None:
    if role in member.roles:
        return
    _refuse_own_rights(member.person_id, actor_id)
    member.grants.append(RoleGrant(school_id=member.school_id, role=role))
    record(acts.ROLE_GRANTED, member, actor_id=actor_id, role=role.value)


def _refuse_who_is_no_admin(school_id: UUID, actor_id: UUID | None) -> None:
    """Let the platform's commands (no actor) and the school's own administrators through."""
    if actor_id is not None and not queries.is_admin(school_id, actor_id):
        raise NotAnAdmin()


def _refuse_own_rights(person_id: UUID, actor_id: UUID | None) -> None:
    if person_id == actor_id:
        raise OwnRights()


def _refuse_last_admin(membership: Membership, role: Role) -> None:
    if role is not Role.SCHOOL_ADMIN or queries.other_admins(membership):
        return
    if role in queries.with_rights(membership).roles:
        raise LastAdmin()


def _refuse_taken_number(number: str | None, holders: dict[str, UUID], person_id: UUID) -> None:
    if number and holders.setdefault(number, person_id) != person_id:
        raise NumberTaken(number=number)
