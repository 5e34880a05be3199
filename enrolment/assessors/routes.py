"""Allocate and replace assessors: for one student, for chosen ones, or divided evenly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from accounts.schools.models import Membership, Role
from accounts.schools.queries import members_with_role
from enrolment.allocation import Seat
from enrolment.assessors import actions
from enrolment.assessors.forms import ConfirmForm, SeatsForm
from enrolment.assessors.proposal import propose
from enrolment.cohorts.choice import chosen_students
from enrolment.cohorts.routes import allowed_cohort
from enrolment.doors import cohorts
from enrolment.errors import ProposalChanged
from enrolment.models import Enrolment
from enrolment.policy import ALLOCATE
from enrolment.students.page import Forms
from enrolment.students.routes import allowed_enrolment, back_to, page
from foundation.errors import Refused
from foundation.web.answers import done


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/beoordelaars")
@requires(ALLOCATE)
def allocate(enrolment_id: UUID) -> ResponseReturnValue:
    """Give the empty seats of one student."""
    enrolment = allowed_enrolment(enrolment_id)
    forms = Forms(enrolment)
    if not forms.seats.validate():
        return page(enrolment, forms, 422)
    _allocate([enrolment], {Seat(enrolment.id, seat): who for seat, who in forms.seats.chosen().items()})
    return done(_("De beoordelaars zijn aangewezen."), back_to=back_to(enrolment))


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/beoordelaars/<int:seat>")
@requires(ALLOCATE)
def replace_assessor(enrolment_id: UUID, seat: int) -> ResponseReturnValue:
    """Let another assessor take over a seat."""
    enrolment = allowed_enrolment(enrolment_id)
    forms = Forms(enrolment)
    if not forms.replace.validate():
        return page(enrolment, forms, 422)
    actions.replace_assessor(
        enrolment,
        seat,
        forms.replace.members[forms.replace.assessor.data],
        reason=forms.replace.reason.data or "",
        actor_id=actor().person_id,
        actor_membership_id=actor().membership_id,
    )
    return done(_("De beoordelaar is vervangen."), back_to=back_to(enrolment))


@cohorts.route("/groepen/<uuid:cohort_id>/beoordelaars", methods=["GET", "POST"])
@requires(ALLOCATE)
def allocate_chosen(cohort_id: UUID) -> ResponseReturnValue:
    """Give the empty seats of the chosen students to the same two people."""
    cohort = allowed_cohort(cohort_id)
    chosen = chosen_students(cohort)
    form = SeatsForm(_assessors())
    if chosen and form.validate_on_submit():
        seats = {Seat(each.id, seat): who for each in chosen for seat, who in form.chosen().items()}
        try:
            _allocate(chosen, seats)
        except Refused as refused:
            form.first.errors = [refused.text]
        else:
            message = ngettext(
                "De beoordelaars zijn aangewezen bij %(num)s student.",
                "De beoordelaars zijn aangewezen bij %(num)s studenten.",
                len(chosen),
            )
            return done(message, back_to=url_for("cohorts.show", cohort_id=cohort.id))
    status = 422 if form.is_submitted() else 200
    return render_template("enrolment/allocate.html", cohort=cohort, chosen=chosen, form=form), status


@cohorts.route("/groepen/<uuid:cohort_id>/verdeling", methods=["GET", "POST"])
@requires(ALLOCATE)
def divide(cohort_id: UUID) -> ResponseReturnValue:
    """Show how the empty seats divide evenly, and do so when confirmed."""
    cohort = allowed_cohort(cohort_id)
    proposal = propose(actor().school_id, chosen_students(cohort), actor().membership_id)
    form = ConfirmForm()
    status = 200
    if form.validate_on_submit():
        if form.digest.data == proposal.digest:
            made = _allocate(proposal.enrolments, proposal.seats)
            message = ngettext("%(num)s plek is verdeeld.", "%(num)s plekken zijn verdeeld.", made)
            return done(message, back_to=url_for("cohorts.show", cohort_id=cohort.id))
        flash(ProposalChanged().text, "warn")
        status = 409
    return render_template("enrolment/divide.html", cohort=cohort, proposal=proposal, form=form), status


def _allocate(enrolments: Sequence[Enrolment], seats: Mapping[Seat, Membership]) -> int:
    made = actions.allocate(
        enrolments, seats, actor_id=actor().person_id, actor_membership_id=actor().membership_id
    )
    return len(made)


def _assessors() -> list[Membership]:
    everyone = members_with_role(actor().school_id, Role.ASSESSOR)
    return [member for member in everyone if member.id != actor().membership_id]
