"""How long a session lasts, and who needs a second factor. Pure."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.schools.roles import STAFF, Role

SEEN_EVERY = timedelta(seconds=60)


@dataclass(frozen=True)
class SessionTerm:
    """Idle and absolute limit of a session."""

    idle: timedelta
    absolute: timedelta


STUDENT_TERM = SessionTerm(idle=timedelta(hours=12), absolute=timedelta(days=7))
STAFF_TERM = SessionTerm(idle=timedelta(hours=1), absolute=timedelta(hours=12))


def term_for(roles: Set[Role]) -> SessionTerm:
    """Give the limits of a session: stricter for who works with the data of others."""
    return STAFF_TERM if roles & STAFF else STUDENT_TERM


def ends_at(term: SessionTerm, created: datetime, last_seen: datetime) -> datetime:
    """Give the instant at which a session ends when nothing happens."""
    return min(created + term.absolute, last_seen + term.idle)


def needs_second_factor(roles: Set[Role], *, demo: bool) -> bool:
    """Tell whether a member must give a second factor: staff, outside the demo."""
    return bool(roles & STAFF) and not demo
