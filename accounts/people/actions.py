"""Find or make the account of a person."""

from __future__ import annotations

from collections.abc import Iterable

from accounts.people.models import Person
from accounts.people.queries import by_addresses
from foundation.clock import now
from foundation.database import db


def find_or_make(addresses: Iterable[str]) -> dict[str, Person]:
    """Give the person of each normal address, making the ones that are new."""
    wanted = list(dict.fromkeys(addresses))
    people = by_addresses(wanted)
    fresh = [Person(email=email, created_at=now()) for email in wanted if email not in people]
    db.session.add_all(fresh)
    db.session.flush()
    return people | {person.email: person for person in fresh}
