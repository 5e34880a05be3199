"""Permissions and grants: "any of, all of"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.policy.actor import Actor
from accounts.schools.roles import Role

Predicate = Callable[[Actor, Any], bool]


@dataclass(frozen=True)
class Permission:
    """Something one may do; the sentence finishes "Mag …" for people."""

    name: str
    sentence: Any = field(compare=False)


@dataclass(frozen=True)
class Grant:
    """A role that has a permission, on things for which every predicate is true."""

    role: Role
    when: tuple[Predicate, ...] = ()


PolicyPart = Mapping[Permission, tuple[Grant, ...]]


class Policy:
    """The one map permission -> grants, put together from the parts of the packages."""

    def __init__(self, *parts: PolicyPart) -> None:
        self.grants: dict[Permission, tuple[Grant, ...]] = {}
        for part in parts:
            if twice := self.grants.keys() & part.keys():
                raise ValueError(f"Declared twice: {sorted(each.name for each in twice)}")
            self.grants.update(part)

    def holds(self, actor: Actor, permission: Permission) -> bool:
        """Tell whether one of the roles of the actor has this permission at all."""
        return any(grant.role in actor.roles for grant in self.grants[permission])

    def permits(self, actor: Actor, permission: Permission, thing: Any) -> bool:
        """Tell whether the actor has this permission on this thing of the own school."""
        if getattr(thing, "school_id", None) != actor.school_id:
            return False
        return any(
            grant.role in actor.roles and all(predicate(actor, thing) for predicate in grant.when)
            for grant in self.grants[permission]
        )
