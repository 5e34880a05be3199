"""Write a message to a person, and deliver it in a job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import current_app

from foundation.clock import now
from foundation.database import db, new_id
from foundation.jobs.actions import enqueue, job
from foundation.mail.delivery import deliver
from foundation.mail.models import MailMessage, MailState
from foundation.transaction import one_transaction


@dataclass(frozen=True)
class Letter:
    """What is sent: one line of subject and plain text."""

    subject: str
    body: str


Composer = Callable[[MailMessage], Letter]
_composers: dict[str, Composer] = {}


def composer(kind: str) -> Callable[[Composer], Composer]:
    """Declare the function that writes this kind of letter, when it is sent."""

    def declare(function: Composer) -> Composer:
        _composers[kind] = function
        return function

    return declare


def send(
    kind: str, *, to: str, person_id: UUID | None = None, school_id: UUID | None = None, **arguments: Any
) -> MailMessage:
    """Queue a letter in the present transaction; arguments are plain JSON values and no secrets."""
    if kind not in _composers:
        raise LookupError(f"No function writes the letter {kind!r}.")
    message = MailMessage(
        id=new_id(),
        kind=kind,
        recipient=to,
        person_id=person_id,
        school_id=school_id,
        arguments=arguments,
        created_at=now(),
    )
    db.session.add(message)
    enqueue("mail.deliver", school_id=school_id, message=str(message.id))
    return message


@job("mail.deliver")
def deliver_message(message: str) -> None:
    """Compose and send one message; a second run sends nothing. The database waits for no mail server."""
    with one_transaction():
        row = db.session.get_one(MailMessage, UUID(message))
        if row.state is MailState.SENT:
            return
        letter, to = _composers[row.kind](row), row.recipient
    settings = current_app.extensions["settings"]
    if not settings.is_demo:
        deliver(settings, to=to, subject=letter.subject, body=letter.body, message_id=UUID(message))
    _mark_sent(UUID(message), letter, keep_text=settings.is_demo)


def _mark_sent(message_id: UUID, letter: Letter, *, keep_text: bool) -> None:
    row = db.session.get_one(MailMessage, message_id)
    row.state, row.sent_at = MailState.SENT, now()
    if keep_text:
        row.subject, row.body = letter.subject, letter.body
