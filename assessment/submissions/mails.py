"""Letters about handed-in work. None of them holds a result."""

from __future__ import annotations

from uuid import UUID

from flask import current_app
from flask_babel import gettext as _

from assessment.submissions.models import Snapshot, Submission
from foundation.database import db
from foundation.mail.actions import Letter, composer
from foundation.mail.models import MailMessage
from foundation.web.moments import moment


@composer("submission.receipt")
def receipt(message: MailMessage) -> Letter:
    """Confirm a hand-in: when, and with which hash."""
    submission = _submission(message)
    snapshot = db.session.get_one(Snapshot, UUID(message.arguments["snapshot"]))
    values = {
        "work_process": submission.work_process,
        "at": moment(snapshot.created_at),
        "hash": snapshot.sha256,
        "url": address("submissions.receipt", submission_id=submission.id),
    }
    body = _(
        "Je werk voor %(work_process)s is ingeleverd op %(at)s.\n\n"
        "Bewaar deze code. Daarmee bewijs je wat je inleverde:\n%(hash)s\n\n"
        "Je ontvangstbewijs staat hier:\n%(url)s\n\n"
        "Twee mensen beoordelen je werk, los van elkaar. Tot een van hen begint, kun je het terughalen.",
        **values,
    )
    return Letter(_("Je werk voor %(work_process)s is ingeleverd", **values), body)


@composer("submission.returned")
def returned(message: MailMessage) -> Letter:
    """Tell that the work came back; the reason stands on the page."""
    submission = _submission(message)
    values = {
        "work_process": submission.work_process,
        "url": address("submissions.preview", work_process=submission.work_process),
    }
    body = _(
        "Je werk voor %(work_process)s is nog niet compleet. Je kunt het aanvullen en opnieuw inleveren.\n\n"
        "Lees hier wat er nog mist:\n%(url)s",
        **values,
    )
    return Letter(_("Vul je werk voor %(work_process)s aan", **values), body)


@composer("submission.assessed")
def assessed(message: MailMessage) -> Letter:
    """Tell that the assessors are ready, and what comes next."""
    values = {"work_process": _submission(message).work_process}
    body = _(
        "De beoordelaars zijn klaar met je werk voor %(work_process)s.\n\n"
        "De examencommissie stelt het resultaat vast als al je werk bekeken is. Je krijgt dan bericht.",
        **values,
    )
    return Letter(_("Je werk voor %(work_process)s is bekeken", **values), body)


def address(endpoint: str, **values: object) -> str:
    """Give the full address of a page, on the configured host; a job has no request to take it from."""
    path = current_app.url_map.bind("").build(endpoint, values)
    return f"{current_app.extensions['settings'].public_url}{path}"


def _submission(message: MailMessage) -> Submission:
    return db.session.get_one(Submission, UUID(message.arguments["submission"]))
