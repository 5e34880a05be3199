"""What tests of pages and acts begin with: a school, with an administrator at the desk."""

from __future__ import annotations

import pytest

from accounts.schools.models import Membership, Role, School
from tests.client import Client
from tests.factories.people import a_member, a_school


@pytest.fixture
def school(app) -> School:
    return a_school()


@pytest.fixture
def admin(school: School) -> Membership:
    return a_member(school, Role.SCHOOL_ADMIN, name="Wilma Koster")


@pytest.fixture
def desk(client: Client, admin: Membership) -> Client:
    """The browser of the administrator."""
    client.sign_in(admin)
    return client
