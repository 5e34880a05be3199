"""Letters to assessors about an agreement. None of them holds a level."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from flask_babel import gettext as _

from accounts.people.models import Person
from accounts.schools.models import Membership
from assessment.agreement.models import Agreement
from assessment.submissions.mails import address
from foundation.database import db
from foundation.mail.actions import Letter, composer, send
from foundation.mail.models import MailMessage


def tell_assessors(kind: str, agreement: Agreement, assessor_ids: Sequence[UUID]) -> None:
    """Write a letter to these assessors."""
    found = (
        sa.select(Person.id, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.id.in_(assessor_ids))
    )
    for person_id, email in db.session.execute(found):
        send(kind, to=email, person_id=person_id, school_id=agreement.school_id, agreement=str(agreement.id))


@composer("agreement.differs")
def differs(message: MailMessage) -> Letter:
    """Tell that both have signed, and that some rows differ."""
    agreement = db.session.get_one(Agreement, UUID(message.arguments["agreement"]))
    values = {
        "count": len(agreement.differing),
        "url": address("agreement.page", agreement_id=agreement.id),
    }
    body = _(
        "Jij en de andere beoordelaar hebben allebei ondertekend.\n\n"
        "Het aantal criteria waarover jullie anders oordelen: %(count)s. "
        "Bespreek alleen die. De rest staat vast.\n\n%(url)s",
        **values,
    )
    return Letter(_("Jullie oordelen verschillen: bespreek ze samen"), body)
