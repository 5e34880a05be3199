"""Choose a password: for the first time, again by a link, or in the account."""

from __future__ import annotations

from uuid import UUID

from flask_babel import gettext as _

from accounts.login import acts, credentials, limits
from accounts.login.errors import DeadLink, WrongPassword
from accounts.login.models import OneTimeToken, TokenPurpose
from accounts.login.password_rules import LEAST, MOST, is_common, is_too_short
from accounts.login.passwords import hash_password
from accounts.login.sessions import end_sessions, renew_session
from accounts.login.tokens import use_token, withdraw_tokens
from accounts.people.models import Person
from accounts.people.queries import id_of_address
from foundation.audit.actions import record
from foundation.audit.acts import Act
from foundation.database import db
from foundation.jobs.actions import enqueue, job
from foundation.mail.actions import send

BY_LINK = {TokenPurpose.INVITATION: acts.PASSWORD_SET, TokenPurpose.RESET: acts.PASSWORD_RESET}


def ask_reset(address: str) -> None:
    """Queue the mail with a link, when there is an account; the same work is done when there is none."""
    limits.count_letter(address)
    person_id = id_of_address(address)
    enqueue("accounts.reset", person=str(person_id) if person_id else "")


@job("accounts.reset")
def send_reset(person: str) -> None:
    """Send the link to the address that we know, never to the one that was typed."""
    found = db.session.get(Person, UUID(person)) if person else None
    if found is None or found.disabled_at:
        return
    send("password_reset", to=found.email, person_id=found.id)
    record(acts.RESET_ASKED, found, actor_id=None)


def set_by_link(row: OneTimeToken, password: str) -> Person:
    """Set the password of whom a link was sent to; every session and every other link stops."""
    if not use_token(row):
        raise DeadLink()
    person = db.session.get_one(Person, row.person_id, with_for_update=True)
    if person.disabled_at:
        raise DeadLink()
    _set(person, password, act=BY_LINK[row.purpose])
    end_sessions(person.id)
    return person


def change(person_id: UUID, session_id: UUID, *, old: str, new: str) -> None:
    """Change the own password; the sessions elsewhere end."""
    confirm(person_id, old)
    person = db.session.get_one(Person, person_id, with_for_update=True)
    _set(person, new, act=acts.PASSWORD_CHANGED)
    end_sessions(person_id, but=session_id)
    renew_session()
    send("password_changed", to=person.email, person_id=person_id)


def confirm(person_id: UUID, password: str) -> None:
    """Ask the password of who is signed in again, before something that matters."""
    limits.count_password(person_id)
    if not credentials.is_password_of(person_id, password):
        raise WrongPassword()


def faults_of(password: str, *known: str) -> list[str]:
    """Tell what is wrong with a new password."""
    if is_too_short(password):
        return [_("Kies een wachtwoord van minstens %(least)s tekens.", least=LEAST)]
    if len(password) > MOST:
        return [_("Kies een wachtwoord van hooguit %(most)s tekens.", most=MOST)]
    if is_common(password, *known):
        return [_("Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier woorden achter elkaar.")]
    return []


def _set(person: Person, password: str, *, act: Act) -> None:
    person.password_hash = hash_password(password)
    withdraw_tokens(person.id)
    record(act, person, actor_id=person.id)
