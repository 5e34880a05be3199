"""What tests of judging begin with."""

from __future__ import annotations

import pytest

from accounts.schools.models import Membership, School
from tests.factories.assessments import two_assessors
from tests.factories.decisions import a_board_member


@pytest.fixture
def two(school: School) -> tuple[Membership, Membership]:
    return two_assessors(school)


@pytest.fixture
def board(school: School) -> Membership:
    return a_board_member(school)
