"""How often somebody may knock: per account, and per source, where a whole school may share one."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from accounts.people.rules import normal_email
from foundation.web.limits import forget, hit, source

QUARTER, HOUR = timedelta(minutes=15), timedelta(hours=1)
PER_ACCOUNT, PER_SOURCE, LETTERS = 10, 200, 5


def count_sign_in(address: str) -> None:
    """Count one try to sign in."""
    hit("login.account", _account(address), most=PER_ACCOUNT, per=QUARTER)
    hit("login.source", source(), most=PER_SOURCE, per=QUARTER)


def forget_sign_in(address: str) -> None:
    """Start anew for an account after its owner came in."""
    forget("login.account", _account(address))


def count_letter(address: str) -> None:
    """Count one mail that somebody asks for."""
    hit("letter.account", _account(address), most=LETTERS, per=HOUR)
    hit("letter.source", source(), most=PER_SOURCE, per=QUARTER)


def count_link() -> None:
    """Count one try of a link from a mail."""
    hit("link.source", source(), most=PER_SOURCE, per=QUARTER)


def count_code(person_id: UUID) -> None:
    """Count one code of a second factor."""
    hit("code.account", str(person_id), most=PER_ACCOUNT, per=QUARTER)


def count_password(person_id: UUID) -> None:
    """Count one old password that is asked for again."""
    hit("password.account", str(person_id), most=PER_ACCOUNT, per=QUARTER)


def _account(address: str) -> str:
    try:
        return normal_email(address)
    except ValueError:
        return address.casefold()
