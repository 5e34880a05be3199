"""Address and password against what is kept: always one query and one hash, in no transaction."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from accounts.login import passwords
from accounts.people.models import Person
from accounts.people.rules import normal_email
from foundation.database import db
from foundation.sqlite import only_reading


def owner_of(address: str, password: str) -> UUID | None:
    """Give the person whom these belong to; None, in the same time, when they are wrong."""
    try:
        email = normal_email(address)
    except ValueError:
        email = ""
    person_id, kept = _read(Person.email == email)
    return person_id if passwords.matches(kept, password) else None


def is_password_of(person_id: UUID, password: str) -> bool:
    """Tell whether this is the password of who is signed in."""
    return passwords.matches(_read(Person.id == person_id)[1], password)


def _read(wanted: sa.ColumnElement[bool]) -> tuple[UUID | None, str]:
    """Read and let go, so that no writer waits while a password is hashed."""
    db.session.rollback()
    with only_reading():
        found = sa.select(Person.id, Person.password_hash).where(wanted, Person.disabled_at.is_(None))
        row = db.session.execute(found).one_or_none()
        db.session.rollback()
    return (row[0], row[1]) if row else (None, "")
