"""A permission is of a role, at the own school, on things for which the grant holds."""

from __future__ import annotations

from types import SimpleNamespace
from uuid import UUID

import pytest

from accounts.policy.permissions import Grant, Permission, Policy
from accounts.schools.roles import Role

READ = Permission("thing.read", "iets lezen")
OURS, THEIRS = UUID(int=1), UUID(int=2)
POLICY = Policy({READ: (Grant(Role.COACH), Grant(Role.ASSESSOR, (lambda actor, thing: thing.is_own,)))})


def permits(*roles: Role, school: UUID = OURS, is_own: bool = True) -> bool:
    actor = SimpleNamespace(roles=frozenset(roles), school_id=OURS)
    return POLICY.permits(actor, READ, SimpleNamespace(school_id=school, is_own=is_own))


def test_any_grant_of_any_role_is_enough() -> None:
    assert permits(Role.COACH, is_own=False)
    assert permits(Role.ASSESSOR)
    assert permits(Role.ASSESSOR, Role.COACH, is_own=False)
    assert not permits(Role.ASSESSOR, is_own=False)
    assert not permits(Role.STUDENT)


@pytest.mark.parametrize("role", [Role.COACH, Role.ASSESSOR])
def test_nothing_of_another_school_is_permitted(role: Role) -> None:
    assert not permits(role, school=THEIRS)


def test_a_thing_without_a_school_is_of_no_school() -> None:
    actor = SimpleNamespace(roles=frozenset({Role.COACH}), school_id=OURS)
    assert not POLICY.permits(actor, READ, object())


def test_a_permission_is_declared_once() -> None:
    part = {READ: (Grant(Role.COACH),)}
    with pytest.raises(ValueError, match=r"thing\.read"):
        Policy(part, part)
