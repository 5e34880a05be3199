"""Sessions of who works with the data of others are shorter (P21)."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.login.rules import STAFF_TERM, STUDENT_TERM, ends_at, needs_second_factor, term_for
from accounts.schools.roles import Role

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
STAFF = [role for role in Role if role is not Role.STUDENT]


@pytest.mark.parametrize("role", STAFF)
def test_one_role_of_staff_makes_the_session_short(role):
    assert term_for({role}) == term_for({role, Role.STUDENT}) == STAFF_TERM


def test_staff_is_stricter_in_both():
    assert STAFF_TERM.idle < STUDENT_TERM.idle
    assert STAFF_TERM.absolute < STUDENT_TERM.absolute


@pytest.mark.parametrize("term", [STAFF_TERM, STUDENT_TERM])
def test_seen_again_moves_the_end_but_never_beyond_the_absolute_limit(term):
    assert ends_at(term, START, START) == START + term.idle
    assert ends_at(term, START, START + term.absolute - timedelta(minutes=1)) == START + term.absolute


@pytest.mark.parametrize("role", Role)
def test_staff_gives_a_second_factor_outside_the_demo(role):
    assert needs_second_factor({role}, demo=False) is (role is not Role.STUDENT)
    assert needs_second_factor({role}, demo=True) is False
