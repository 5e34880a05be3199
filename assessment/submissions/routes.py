"""Handing in, the receipt, taking back, and the files of frozen work."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, g, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, may, requires
from assessment.submissions import actions, queries
from assessment.submissions.forms import HandInForm, TakeBackForm
from assessment.submissions.frozen import frozen_document
from assessment.submissions.policy import READ_FROZEN, READ_RECEIPT, SUBMIT
from assessment.submissions.preview import Preview, hand_in_of, preview_of, refuse_when_changed
from assessment.submissions.rules import files_in
from assessment.submissions.snapshots import content_of, is_intact
from assessment.submissions.telling import sentence, title
from assessment.submissions.workflow import SubmissionState
from course.portfolio.downloads import as_download
from foundation.clock import now
from foundation.errors import Unknown
from foundation.web.answers import done

submissions = Blueprint("submissions", __name__)
submissions.add_app_template_global(frozen_document)


@submissions.url_value_preprocessor
def _note_arrival(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Look at the clock before anything waits: a deadline is judged by when the request came in."""
    g.arrived = now()


@submissions.get("/inleveren/<work_process>")
@requires(SUBMIT)
def preview(work_process: str) -> ResponseReturnValue:
    """Show exactly what will be frozen, what is still missing, and the declaration."""
    work = allow(SUBMIT, queries.own_work(actor(), work_process))
    found = preview_of(work, work_process)
    return _page(found, HandInForm(formdata=None, seen=found.seen))


@submissions.post("/inleveren/<work_process>")
@requires(SUBMIT)
def submit(work_process: str) -> ResponseReturnValue:
    """Freeze the work, once."""
    work = allow(SUBMIT, queries.own_work(actor(), work_process, lock=True))
    found, form = preview_of(work, work_process), HandInForm()
    if work.submission and found.is_handed_in(form.seen.data):
        return _to_receipt(work.submission.id)
    if not form.validate_on_submit():
        return _page(found, form), 422
    refuse_when_changed(found, form.seen.data)
    submission = actions.submit(
        hand_in_of(found, form.declaration(), arrived=g.arrived),
        submission=work.submission,
        actor_id=actor().person_id,
        address=work.address,
    )
    return _to_receipt(submission.id)


@submissions.get("/inleveringen/<uuid:submission_id>/ontvangstbewijs")
@requires(READ_RECEIPT)
def receipt(submission_id: UUID) -> ResponseReturnValue:
    """Show when what was handed in, with the hash computed anew."""
    work = allow(READ_RECEIPT, queries.handed_in(actor().school_id, submission_id))
    versions = queries.snapshots_of(work.submission)
    return render_template(
        "submissions/receipt.html",
        work=work,
        content=content_of(work.snapshot),
        versions=[(version, is_intact(version)) for version in versions],
        intact=is_intact(work.snapshot),
        title=title(work.state),
        sentence=sentence(work.state),
        may_take_back=work.state is SubmissionState.SUBMITTED,
        may_submit=may(SUBMIT, work),
    )


@submissions.post("/inleveringen/<uuid:submission_id>/terughalen")
@requires(SUBMIT)
def take_back(submission_id: UUID) -> ResponseReturnValue:
    """Give the work back to its maker."""
    work = allow(SUBMIT, queries.handed_in(actor().school_id, submission_id))
    TakeBackForm().checked()
    actions.take_back(work.submission, actor_id=actor().person_id)
    message = _("Je werk is terug. Je kunt er weer aan werken. Lever het daarna opnieuw in.")
    return done(message, back_to=url_for("submissions.preview", work_process=work.submission.work_process))


@submissions.get("/inleveringen/<uuid:submission_id>/bestanden/<sha256>")
@requires(READ_FROZEN)
def file(submission_id: UUID, sha256: str) -> ResponseReturnValue:
    """Give a file that stands in the frozen work; never shown inside the page."""
    work = allow(READ_FROZEN, queries.handed_in(actor().school_id, submission_id))
    part = files_in(content_of(work.snapshot)["work"]).get(sha256)
    if part is None:
        raise Unknown()
    return as_download(title=part["title"], sha256=sha256, content_type=part["content_type"])


def _page(found: Preview, form: HandInForm) -> str:
    return render_template("submissions/preview.html", preview=found, form=form)


def _to_receipt(submission_id: UUID) -> ResponseReturnValue:
    return done(
        _("Je werk is ingeleverd en vastgezet."),
        back_to=url_for("submissions.receipt", submission_id=submission_id),
    )
