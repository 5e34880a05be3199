"""Who acts: a frozen picture of the signed-in member."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import g

from accounts.schools.roles import Role
from foundation.errors import Unknown


@dataclass(frozen=True)
class Actor:
    """A signed-in person at one school. `session_ends` is the instant at which idling ends the session."""

    person_id: UUID
    membership_id: UUID
    school_id: UUID
    school_name: str
    name: str
    roles: frozenset[Role]
    session_id: UUID
    language: str = "nl"
    theme: str = "licht"
    session_ends: datetime | None = None

    @property
    def first_name(self) -> str:
        """Give the first word of the name, to greet with."""
        return self.name.split(" ")[0]


def current_actor() -> Actor | None:
    """Give who acts in this request; None when nobody is (fully) signed in."""
    found: Actor | None = g.get("actor")
    return found


def actor() -> Actor:
    """Give who acts in this request; only for routes whose rule asks for somebody."""
    found = current_actor()
    if found is None:
        raise Unknown()
    return found
