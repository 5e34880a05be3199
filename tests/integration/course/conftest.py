"""What tests of the course begin with: a student at work, and another one at another school."""

from __future__ import annotations

import pytest

from enrolment.models import Enrolment
from tests.client import Client
from tests.factories.enrolments import Student, a_student


@pytest.fixture
def student(client: Client) -> Student:
    """A signed-in student with an enrolment in D1."""
    made = a_student()
    client.sign_in(made.member)
    return made


@pytest.fixture
def enrolment(student: Student) -> Enrolment:
    """The enrolment of the student who is signed in."""
    return student.enrolment


@pytest.fixture
def stranger(app) -> Student:
    """A student of another school."""
    return a_student()
