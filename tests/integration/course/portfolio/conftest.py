"""A student at work, and another one at another school with work of the same shape."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from accounts.schools.models import Membership, Role
from enrolment.models import Enrolment
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school


@dataclass
class Student:
    member: Membership
    enrolment: Enrolment


def a_student(keuzedeel: str = "d1-wijkgericht-werken") -> Student:
    school = a_school()
    member = a_member(school, Role.STUDENT)
    return Student(member, an_enrolment(a_cohort(school, keuzedeel=keuzedeel), school, student=member))


@pytest.fixture
def student(client: Client) -> Student:
    """A signed-in student with an enrolment in D1."""
    made = a_student()
    client.sign_in(made.member)
    return made


@pytest.fixture
def stranger(app) -> Student:
    """A student of another school."""
    return a_student()
