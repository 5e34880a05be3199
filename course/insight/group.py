"""A group as somebody of the school looks at it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from enrolment.deadlines.periods import Period

if TYPE_CHECKING:
    from accounts.policy.actor import Actor


@dataclass(frozen=True)
class Member:
    """A student of the group who is at work; `coach_ids` are those who coach this student now."""

    enrolment_id: UUID
    name: str
    coach_ids: frozenset[UUID]


@dataclass(frozen=True)
class Group:
    """A cohort with its students by name, and when it works on which module."""

    cohort_id: UUID
    school_id: UUID
    name: str
    keuzedeel: str
    members: tuple[Member, ...]
    periods: Mapping[str, Period] = field(default_factory=dict)


def coaches_in_group(actor: Actor, group: Any) -> bool:
    """Tell whether the actor coaches somebody in this group now."""
    return any(actor.membership_id in member.coach_ids for member in group.members)
