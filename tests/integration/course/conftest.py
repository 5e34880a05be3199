"""What tests of the course begin with."""

from __future__ import annotations

import pytest

from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_school


@pytest.fixture
def enrolment(client: Client):
    school = a_school()
    made = an_enrolment(a_cohort(school), school)
    client.sign_in(made.student)
    return made
