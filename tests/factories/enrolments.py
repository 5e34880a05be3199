"""Cohorts and enrolments for tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from accounts.schools.models import Membership, Role, School
from enrolment.models import Allocation, Coaching, Cohort, Enrolment, Route
from foundation.clock import now
from foundation.database import db
from tests.factories.people import a_member, a_school

D1 = "d1-wijkgericht-werken"
_number = count(1)


def a_cohort(school: School, *, keuzedeel: str = D1, name: str = "") -> Cohort:
    cohort = Cohort(
        school_id=school.id,
        name=name or f"WW-26{next(_number)}",
        keuzedeel=keuzedeel,
        starts_on=date(2026, 9, 14),
        ends_on=date(2027, 3, 21),
        periods={},
        created_at=now(),
    )
    db.session.add(cohort)
    db.session.flush()
    return cohort


def an_enrolment(
    cohort: Cohort, school: School, *, student: Membership | None = None, route: Route = Route.STUDENT
) -> Enrolment:
    student = student or a_member(school, Role.STUDENT)
    enrolment = Enrolment(
        school_id=school.id,
        cohort=cohort,
        student=student,
        number=f"2026-{next(_number):04d}",
        route=route,
        created_at=now(),
    )
    db.session.add(enrolment)
    db.session.flush()
    return enrolment


def a_neighbour(enrolment: Enrolment) -> Enrolment:
    """Enrol another student of the same school in the same group."""
    return an_enrolment(enrolment.cohort, db.session.get_one(School, enrolment.school_id))


@dataclass(frozen=True)
class Student:
    """A student with the enrolment in which they work."""

    member: Membership
    enrolment: Enrolment


def a_student(keuzedeel: str = D1) -> Student:
    """Make a student at a school of their own."""
    school = a_school()
    member = a_member(school, Role.STUDENT)
    return Student(member, an_enrolment(a_cohort(school, keuzedeel=keuzedeel), school, student=member))


def coaches(coach: Membership, enrolment: Enrolment) -> Coaching:
    row = Coaching(school_id=enrolment.school_id, enrolment_id=enrolment.id, coach_id=coach.id, since=now())
    db.session.add(row)
    db.session.flush()
    return row


def is_allocated(assessor: Membership, enrolment: Enrolment, *, seat: int) -> Allocation:
    row = Allocation(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        assessor_id=assessor.id,
        seat=seat,
        created_at=now(),
    )
    db.session.add(row)
    db.session.flush()
    return row
