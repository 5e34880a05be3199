"""Change the own address: asked in the account, done by a link in a mail to the new address."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from accounts.login import acts, limits
from accounts.login.errors import AddressTaken, DeadLink
from accounts.login.models import OneTimeToken
from accounts.login.password_actions import confirm
from accounts.login.tokens import use_token, withdraw_tokens
from accounts.people.models import Person
from accounts.people.rules import normal_email
from foundation.audit.actions import record
from foundation.database import db
from foundation.mail.actions import send


def ask_new_email(person_id: UUID, *, address: str, password: str) -> None:
    """Mail a link to the new address; raise ValueError when it is no address."""
    email = normal_email(address)
    limits.count_letter(str(person_id))
    confirm(person_id, password)
    send("new_email", to=email, person_id=person_id)


def confirm_new_email(row: OneTimeToken) -> None:
    """Make the confirmed address the one to sign in with, and tell the old one."""
    if not use_token(row):
        raise DeadLink()
    if db.session.scalar(sa.select(Person.id).where(Person.email == row.email)):
        raise AddressTaken()
    person = db.session.get_one(Person, row.person_id, with_for_update=True)
    send("email_changed", to=person.email, person_id=person.id)
    person.email = row.email
    withdraw_tokens(person.id)
    record(acts.EMAIL_CHANGED, person, actor_id=person.id)
