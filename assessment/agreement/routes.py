"""The page on which two assessors talk out what differs."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from assessment.agreement import actions, queries
from assessment.agreement.forms import ConfirmForm, ProposalForm, ThirdForm
from assessment.agreement.page import page_of, proposal_form
from assessment.agreement.policy import AGREE
from assessment.agreement.queries import Table
from assessment.agreement.rules import Row
from assessment.submissions import rubrics
from foundation.web.answers import done

agreements = Blueprint("agreement", __name__)


@agreements.get("/overeenstemming/<uuid:agreement_id>")
@requires(AGREE)
def page(agreement_id: UUID) -> ResponseReturnValue:
    """Show the rows that differ, both judgements side by side."""
    return _page(_table(agreement_id))


@agreements.post("/overeenstemming/<uuid:agreement_id>/rijen/<criterion>")
@requires(AGREE)
def propose(agreement_id: UUID, criterion: str) -> ResponseReturnValue:
    """Propose a level for one row."""
    table = _table(agreement_id)
    submission = table.agreement.submission
    form = proposal_form(rubrics.instrument(str(submission.rubric_hash)))
    if not form.validate_on_submit():
        return _page(table, tried=(criterion, form)), 422
    actions.propose(
        table.agreement,
        submission,
        row=Row(criterion, form.level.data, form.justification.data or ""),
        seen=form.version.data or 0,
        assessor_id=actor().membership_id,
        actor_id=actor().person_id,
    )
    return done(_("Je voorstel staat er."), back_to=_here(agreement_id, criterion))


@agreements.post("/overeenstemming/<uuid:agreement_id>/rijen/<criterion>/eens")
@requires(AGREE)
def confirm(agreement_id: UUID, criterion: str) -> ResponseReturnValue:
    """Agree with the proposal of the other."""
    table, form = _table(agreement_id), ConfirmForm()
    form.checked()
    actions.confirm(
        table.agreement,
        table.agreement.submission,
        criterion=criterion,
        seen=form.version.data or 0,
        assessor_id=actor().membership_id,
        actor_id=actor().person_id,
    )
    return done(_("Jullie zijn het eens over dit criterium."), back_to=_here(agreement_id, criterion))


@agreements.post("/overeenstemming/<uuid:agreement_id>/derde")
@requires(AGREE)
def call_third(agreement_id: UUID) -> ResponseReturnValue:
    """Ask for a third assessor."""
    table, form = _table(agreement_id), ThirdForm()
    if not form.validate_on_submit():
        return _page(table, third=form), 422
    actions.call_third(
        table.agreement,
        table.agreement.submission,
        reason=form.reason.data or "",
        actor_id=actor().person_id,
    )
    message = _("Een derde beoordelaar kijkt naar deze criteria. De school wijst iemand aan.")
    return done(message, back_to=_here(agreement_id))


def _table(agreement_id: UUID) -> Table:
    found: Table = allow(AGREE, queries.table_of(actor().school_id, agreement_id))
    return found


def _page(
    table: Table, *, tried: tuple[str, ProposalForm] | None = None, third: ThirdForm | None = None
) -> str:
    return render_template(
        "agreement/page.html",
        page=page_of(table, actor(), tried=tried),
        third=third or ThirdForm(formdata=None),
    )


def _here(agreement_id: UUID, criterion: str | None = None) -> str:
    anchor = f"c-{criterion}" if criterion else None
    return url_for("agreement.page", agreement_id=agreement_id, _anchor=anchor)
