"""Address and password against what is kept: always one query and one hash, in no transaction."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from accounts.login import passwords
from accounts.people.models import Person
from accounts.people.rules import normal_email
from foundation.database import db
from foundation.sqlite import only_reading


def try_door(address: str, password: str) -> tuple[UUID | None, bool]:
    """Give whose address this is (for the log only), and whether the password fits, in the same time."""
    try:
        email = normal_email(address)
    except ValueError:
        email = ""
    person_id, kept = _read(Person.email == email)
    return person_id, passwords.matches(kept, password)


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
