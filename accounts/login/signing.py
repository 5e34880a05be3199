"""Sign in, out, and choose for which school one comes."""

from __future__ import annotations

from uuid import UUID

from flask_login import current_user

from accounts.login import acts, credentials, limits, passwords
from accounts.login.errors import WrongCredentials
from accounts.login.sessions import close_session, end_sessions, open_session, renew_session, this_browser
from accounts.people.models import Person
from accounts.schools.models import Membership
from accounts.schools.queries import active_memberships
from foundation.audit.actions import record
from foundation.database import db
from foundation.errors import Unknown
from foundation.transaction import afterwards


def sign_in(address: str, password: str) -> list[Membership]:
    """Open a session for the owner of an address and password; give where that person belongs."""
    limits.count_sign_in(address)
    person_id, fits = credentials.try_door(address, password)
    memberships = active_memberships(person_id) if person_id and fits else []
    if person_id is None or not memberships:
        afterwards(lambda: record(acts.SIGN_IN_FAILED, ("person", person_id), actor_id=None))
        raise WrongCredentials()
    limits.forget_sign_in(address)
    person = db.session.get_one(Person, person_id)
    _keep_hash_fresh(person, password)
    let_in(person, memberships[0])
    return memberships


def let_in(person: Person, membership: Membership) -> None:
    """Open a session for somebody who has shown who it is."""
    open_session(person, membership)
    record(acts.SIGNED_IN, person, actor_id=person.id, school_id=membership.school_id)


def sign_out() -> None:
    """End the session of this browser, here and on the server."""
    if current_user.is_authenticated:
        person, school_id = this_browser().person, this_browser().membership.school_id
        record(acts.SIGNED_OUT, person, actor_id=person.id, school_id=school_id)
    close_session()


def choose_school(membership_id: UUID) -> None:
    """Go on as a member of another school of the same person."""
    present = this_browser()
    chosen = [each for each in active_memberships(present.row.person_id) if each.id == membership_id]
    if not chosen:
        raise Unknown()
    present.row.membership_id = membership_id
    record(acts.SIGNED_IN, present.person, actor_id=present.person.id, school_id=chosen[0].school_id)
    renew_session()


def end_own_sessions(person_id: UUID, *, only: UUID | None = None, but: UUID | None = None) -> int:
    """End one of the own sessions, or all but one."""
    count = end_sessions(person_id, only=only, but=but)
    record(acts.SESSIONS_ENDED, ("person", person_id), actor_id=person_id, count=count)
    return count


def _keep_hash_fresh(person: Person, password: str) -> None:
    if passwords.is_outdated(person.password_hash):
        person.password_hash = passwords.hash_password(password)
