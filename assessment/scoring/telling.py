"""Letters to the school when a seat has to be filled. None of them holds a judgement or a reason."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from flask_babel import gettext as _

from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant
from assessment.submissions.models import Submission
from enrolment.models import Enrolment
from foundation.database import db
from foundation.mail.actions import Letter, composer, send
from foundation.mail.models import MailMessage


def ask_school_for(kind: str, submission: Submission) -> None:
    """Write a letter to each administrator of the school."""
    found = (
        sa.select(Person.id, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .join(RoleGrant, RoleGrant.membership_id == Membership.id)
        .where(
            Membership.school_id == submission.school_id,
            Membership.ended_at.is_(None),
            RoleGrant.role == Role.SCHOOL_ADMIN,
        )
        .order_by(Membership.id)
    )
    for person_id, email in db.session.execute(found):
        send(
            kind, to=email, person_id=person_id, school_id=submission.school_id, submission=str(submission.id)
        )


@composer("assessment.declined")
def declined(message: MailMessage) -> Letter:
    """Ask for another assessor."""
    values = _dossier(message)
    body = _(
        "Een beoordelaar gaf werk terug: dossier %(number)s, %(work_process)s.\n\n"
        "Wijs iemand anders aan. Wat al geschreven was, ziet niemand. De reden staat in het logboek.",
        **values,
    )
    return Letter(_("Dossier %(number)s zoekt een beoordelaar", **values), body)


@composer("agreement.third_needed")
def third_needed(message: MailMessage) -> Letter:
    """Ask for a third assessor."""
    values = _dossier(message)
    body = _(
        "De beoordelaars zijn het niet eens over dossier %(number)s, %(work_process)s.\n\n"
        "Wijs een derde beoordelaar aan. Die beslist over de criteria waarin ze verschillen.",
        **values,
    )
    return Letter(_("Dossier %(number)s zoekt een derde beoordelaar", **values), body)


def _dossier(message: MailMessage) -> dict[str, str]:
    submission = db.session.get_one(Submission, UUID(message.arguments["submission"]))
    number = db.session.get_one(Enrolment, submission.enrolment_id).number
    return {"number": number, "work_process": submission.work_process}
