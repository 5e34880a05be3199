"""Invite people, one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from accounts.login import acts, mails
from accounts.people.models import Person
from accounts.schools.models import Membership
from accounts.schools.queries import in_batches
from foundation.audit.actions import record
from foundation.database import db
from foundation.jobs.actions import enqueue, job
from foundation.mail.actions import send

__all__ = ["invite", "invite_many", "mails"]


def invite(membership: Membership, *, actor_id: UUID | None) -> None:
    """Mail a member how to come in; who has a password already is told of the new school."""
    email = db.session.scalars(sa.select(Person.email).where(Person.id == membership.person_id)).one()
    _send(membership, email, actor_id)


def invite_many(memberships: Sequence[Membership], *, actor_id: UUID | None) -> None:
    """Do the same for many members; the letters are queued in the background."""
    for part in in_batches(memberships):
        enqueue(
            "accounts.invite",
            school_id=part[0].school_id,
            memberships=[str(member.id) for member in part],
            actor=str(actor_id) if actor_id else None,
        )


@job("accounts.invite")
def invite_batch(memberships: list[str], actor: str | None) -> None:
    """Queue the letters of one batch."""
    rows = (
        sa.select(Membership, Person.email)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.id.in_([UUID(each) for each in memberships]), Membership.ended_at.is_(None))
        .order_by(Membership.name)
    )
    for membership, email in db.session.execute(rows).all():
        _send(membership, email, UUID(actor) if actor else None)


def _send(membership: Membership, email: str, actor_id: UUID | None) -> None:
    send(
        "invitation",
        to=email,
        person_id=membership.person_id,
        school_id=membership.school_id,
        membership=str(membership.id),
    )
    record(acts.INVITED, membership, actor_id=actor_id)
