"""Who is in the demo: schools, members, cohorts and enrolments, found again by their short key."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from accounts.login import acts
from accounts.login.actions import invite
from accounts.login.models import LoginSession
from accounts.login.sessions import hash_token
from accounts.login.tokens import withdraw_tokens
from accounts.people.models import Person
from accounts.policy.actor import Actor
from accounts.schools.actions import make_member
from accounts.schools.models import Membership, School
from accounts.schools.roles import Role
from enrolment.catalogue import keuzedeel
from enrolment.models import Cohort, Enrolment
from enrolment.queries import enrolment_with_people
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db, new_id
from web.demo.calendar import Calendar
from web.demo.data import SchoolData, StudentData
from web.demo.story import Act, Story

D1 = "d1-wijkgericht-werken"
BROWSERS = ("Firefox/Windows", "Chrome/Android", "Safari/iPhone", "Edge/Windows")
A_VISIT = timedelta(minutes=50)


@dataclass
class Stage:
    """One school of the demo while it is being made: its rows by key, its calendar and the story so far."""

    data: SchoolData
    calendar: Calendar
    story: Story
    password_hash: str
    school: School = field(init=False)
    members: dict[str, Membership] = field(default_factory=dict)
    cohorts: dict[str, Cohort] = field(default_factory=dict)
    enrolments: dict[str, UUID] = field(default_factory=dict)
    _read: dict[str, Enrolment] = field(default_factory=dict)

    def address(self, key: str) -> str:
        """Give the address of a member."""
        return f"{key}@{self.data.domain}"

    def someone(self, role: Role) -> str:
        """Give the key of the first member of staff with this role."""
        return next(key for key, each in self.data.staff.items() if role in each.roles)

    @property
    def admin(self) -> Membership:
        """Give the administrator."""
        return self.members[self.someone(Role.SCHOOL_ADMIN)]

    def enrolment(self, key: str) -> Enrolment:
        """Give an enrolment with everybody around it, read once: a student acts hundreds of times."""
        if key not in self._read:
            found = enrolment_with_people(self.school.id, self.enrolments[key])
            if found is None:
                raise LookupError(key)
            self._read[key] = found
        return self._read[key]

    def actor(self, key: str) -> Actor:
        """Let a member act."""
        member = self.members[key]
        return Actor(
            person_id=member.person_id,
            membership_id=member.id,
            school_id=member.school_id,
            school_name=self.school.name,
            name=member.name,
            roles=member.roles,
            session_id=new_id(),
        )


@dataclass(frozen=True)
class Student:
    """One student on stage, with what the phases need to know."""

    stage: Stage
    key: str
    data: StudentData
    starts_on: date

    @property
    def enrolment(self) -> Enrolment:
        """Read the enrolment."""
        return self.stage.enrolment(self.key)

    @property
    def member(self) -> Membership:
        """Give the member."""
        return self.stage.members[self.key]

    @property
    def calendar(self) -> Calendar:
        """Give the calendar."""
        return self.stage.calendar

    def tell(self, at: datetime, act: Act) -> None:
        """Let something happen in the life of this student."""
        self.stage.story.tell(at, act)


def codes() -> dict[str, str]:
    """Give the work processes by how the texts call them: W1 to its whole code."""
    return {each.code.rsplit("-", 1)[-1]: each.code for each in keuzedeel(D1).qualification.work_processes}


def join(stage: Stage, key: str, data: StudentData | None = None) -> None:
    """Make somebody a member of the school and invite them."""
    staff = stage.data.staff.get(key)
    name, roles = (staff.name, set(staff.roles)) if staff else (data.name if data else "", {Role.STUDENT})
    actor_id = stage.admin.person_id if stage.members else None
    stage.members[key] = make_member(
        stage.school.id,
        email=stage.address(key),
        name=name,
        roles=roles,
        student_number=data.number if data else None,
        birth_date=data.birth_date if data else None,
        birth_place=data.birth_place if data else "",
        actor_id=actor_id,
    )
    invite(stage.members[key], actor_id=actor_id)


def arrive(stage: Stage, key: str) -> None:
    """Choose the password of the demo and look around: what the pages do, with one hash for everybody."""
    member = stage.members[key]
    person = db.session.get_one(Person, member.person_id)
    person.password_hash = stage.password_hash
    withdraw_tokens(person.id)
    record(acts.PASSWORD_SET, person, actor_id=person.id)
    visit(stage, key)


def visit(stage: Stage, key: str) -> None:
    """Sign in for a while."""
    member = stage.members[key]
    db.session.add(
        LoginSession(
            token_hash=hash_token(secrets.token_urlsafe(32)),
            person_id=member.person_id,
            membership_id=member.id,
            created_at=now(),
            last_seen_at=now() + A_VISIT,
            second_factor_at=now(),
            browser=BROWSERS[len(key) % len(BROWSERS)],
            ended_at=now() + A_VISIT,
        )
    )
    record(
        acts.SIGNED_IN, ("person", member.person_id), actor_id=member.person_id, school_id=member.school_id
    )


def is_there(slug: str) -> bool:
    """Tell whether a school of the demo has been made."""
    return db.session.scalar(sa.select(School.id).where(School.slug == slug)) is not None
