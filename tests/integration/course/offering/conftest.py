"""What tests of the course of a school begin with: who may shape it is signed in."""

from __future__ import annotations

import pytest

from accounts.schools.models import Membership, Role, School
from tests.client import Client
from tests.factories.people import a_member


@pytest.fixture
def admin(client: Client, school: School) -> Membership:
    member = a_member(school, Role.SCHOOL_ADMIN, name="Marijke de Wit")
    client.sign_in(member)
    return member
