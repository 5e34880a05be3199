"""The people of a world: who does what, and who visits."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from accounts.login.models import RecoveryCode, SecondFactor
from accounts.login.seal import seal
from accounts.policy.actor import Actor
from accounts.schools.models import Membership, Role, School
from enrolment.models import Cohort, Deadline, Enrolment
from foundation.clock import now
from foundation.database import db, new_id
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import a_cohort
from tests.factories.people import a_login, a_member
from tests.world_canary import Canary
from tests.world_scenes import Scene


@dataclass
class Thread:
    """People who work together on the same dossiers, apart from the other thread of the school."""

    school: School
    canary: Canary
    staff: dict[Role, Membership]
    second: Membership
    third: Membership
    cohort: Cohort
    enrolments: list[Enrolment] = field(default_factory=list)

    @property
    def assessors(self) -> tuple[Membership, Membership]:
        """Give the two who judge independently."""
        return self.staff[Role.ASSESSOR], self.second


@dataclass(repr=False)
class Visitor:
    """Somebody with a browser: a role, a cookie, and the scenes that are theirs."""

    role: Role
    membership_id: UUID
    person_id: UUID
    token: str
    scenes: list[Scene]
    phase: str = ""


def a_thread(school: School, canary: Canary) -> Thread:
    """Make one of every role, with a cohort and its deadlines."""
    staff = {role: person(school, canary, role) for role in Role if role is not Role.STUDENT}
    cohort = a_cohort(school, name=canary.line())
    for process in the_keuzedeel().qualification.work_processes:
        row = Deadline(school_id=school.id, cohort_id=cohort.id, work_process=process.code, at=now())
        db.session.add(row)
    others = (person(school, canary, Role.ASSESSOR) for _ in range(2))
    return Thread(school, canary, staff, *others, cohort)


def person(school: School, canary: Canary, role: Role) -> Membership:
    """Make a member whose name and address hold the canary."""
    address = f"{canary.word}-{new_id().hex[-8:]}@voorbeeld.test"
    member = a_member(school, role, name=canary.line(), email=address)
    member.student_number = canary.line() if role is Role.STUDENT else None
    return member


def as_actor(member: Membership, role: Role) -> Actor:
    """Give a member as the verbs want who acts."""
    return Actor(
        person_id=member.person_id,
        membership_id=member.id,
        school_id=member.school_id,
        school_name="",
        name=member.name,
        roles=frozenset({role}),
        session_id=new_id(),
    )


def a_visitor(member: Membership, role: Role, scenes: list[Scene], phase: str = "") -> Visitor:
    """Sign a member in."""
    if role is Role.COACH:
        _with_a_phone(member)
    row, token = a_login(member)
    row.browser = member.name
    return Visitor(role, member.id, member.person_id, token, scenes, phase)


def _with_a_phone(member: Membership) -> None:
    sealed = seal("JBSWY3DPEHPK3PXP")
    own = {"person_id": member.person_id}
    db.session.add(SecondFactor(**own, secret=sealed, created_at=now(), confirmed_at=now()))
    db.session.add(RecoveryCode(**own, code_hash="0" * 64))
