"""How far the invitation of a member is, as this school may know it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from accounts.login.models import LoginSession
from accounts.schools.models import Membership
from foundation.database import db
from foundation.jobs.models import Job, JobState
from foundation.mail.models import MailMessage, MailState

KIND = "invitation"


@dataclass(frozen=True)
class Invitation:
    """`state`: none, waiting, sent, failed or accepted; an account elsewhere never shows."""

    state: str
    at: datetime | None = None


def invitations_of(members: Sequence[Membership]) -> Mapping[UUID, Invitation]:
    """Give the state of the invitation of each member, in a fixed number of statements."""
    here = _signed_in_here(members)
    letters = _last_letters(members)
    return {
        member.id: Invitation("accepted", here[member.id])
        if member.id in here
        else letters.get(member.person_id, Invitation("none"))
        for member in members
    }


def _signed_in_here(members: Sequence[Membership]) -> dict[UUID, datetime]:
    found = (
        sa.select(LoginSession.membership_id, sa.func.min(LoginSession.created_at))
        .where(LoginSession.membership_id.in_([member.id for member in members]))
        .group_by(LoginSession.membership_id)
    )
    return {member_id: at for member_id, at in db.session.execute(found) if member_id}


def _last_letters(members: Sequence[Membership]) -> dict[UUID, Invitation]:
    """Read the newest letter of each person from this school; a later row replaces an earlier one."""
    found = (
        sa.select(MailMessage)
        .where(
            MailMessage.kind == KIND,
            MailMessage.school_id.in_({member.school_id for member in members}),
            MailMessage.person_id.in_([member.person_id for member in members]),
        )
        .order_by(MailMessage.created_at, MailMessage.id)
    )
    letters = list(db.session.scalars(found))
    failed = _failed([letter.id for letter in letters if letter.state is MailState.WAITING])
    return {letter.person_id: _state(letter, failed) for letter in letters if letter.person_id}


def _state(letter: MailMessage, failed: set[str]) -> Invitation:
    if letter.state is MailState.SENT:
        return Invitation("sent", letter.sent_at)
    return Invitation("failed" if str(letter.id) in failed else "waiting", letter.created_at)


def _failed(waiting: Sequence[UUID]) -> set[str]:
    if not waiting:
        return set()
    message = Job.arguments["message"].as_string()
    found = sa.select(message).where(
        Job.state == JobState.FAILED, message.in_([str(each) for each in waiting])
    )
    return set(db.session.scalars(found))
