"""Find people by their address."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from accounts.people.models import Person
from accounts.people.rules import normal_email
from foundation.database import db

BATCH = 500


def by_addresses(addresses: Iterable[str]) -> dict[str, Person]:
    """Give the known people of these normal addresses."""
    wanted = sorted(set(addresses))
    found: dict[str, Person] = {}
    for start in range(0, len(wanted), BATCH):
        rows = sa.select(Person).where(Person.email.in_(wanted[start : start + BATCH]))
        found.update({person.email: person for person in db.session.scalars(rows)})
    return found


def id_of_address(address: str) -> UUID | None:
    """Give who has this address in whatever spelling; None when nobody has, or it is no address."""
    try:
        email = normal_email(address)
    except ValueError:
        return None
    return db.session.scalar(sa.select(Person.id).where(Person.email == email))
