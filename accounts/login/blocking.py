"""Block an account of the platform, and give it free."""

from __future__ import annotations

from uuid import UUID

from accounts.login import acts
from accounts.login.sessions import end_sessions
from accounts.login.tokens import withdraw_tokens
from accounts.people.models import Person
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db


def disable(person_id: UUID, *, actor_id: UUID | None) -> None:
    """Let nobody in as this person: sessions and links stop at once."""
    person = db.session.get_one(Person, person_id, with_for_update=True)
    person.disabled_at = person.disabled_at or now()
    end_sessions(person_id)
    withdraw_tokens(person_id)
    record(acts.PERSON_DISABLED, person, actor_id=actor_id)


def enable(person_id: UUID, *, actor_id: UUID | None) -> None:
    """Let this person in again."""
    person = db.session.get_one(Person, person_id, with_for_update=True)
    person.disabled_at = None
    record(acts.PERSON_ENABLED, person, actor_id=actor_id)
