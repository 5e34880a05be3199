"""The planning of a cohort, and extensions for students."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from enrolment.catalogue import keuzedeel
from enrolment.cohorts.choice import ChoiceForm, chosen_students
from enrolment.cohorts.routes import allowed_cohort
from enrolment.deadlines import actions, queries
from enrolment.deadlines.forms import ExtensionForm, planning_form
from enrolment.doors import cohorts
from enrolment.models import Enrolment
from enrolment.policy import MANAGE_COHORTS
from enrolment.students.page import Forms
from enrolment.students.routes import allowed_enrolment, back_to, page
from foundation.errors import Refused, Unknown
from foundation.web.answers import done
from foundation.web.forms import Form


@cohorts.route("/groepen/<uuid:cohort_id>/planning", methods=["GET", "POST"])
@requires(MANAGE_COHORTS)
def planning(cohort_id: UUID) -> ResponseReturnValue:
    """Set the last day per work process."""
    cohort = allowed_cohort(cohort_id)
    rows = queries.deadline_rows(cohort.id)
    processes = keuzedeel(cohort.keuzedeel).qualification.work_processes
    form = planning_form(
        processes,
        {code: row.at for code, row in rows.items()},
        starts_on=cohort.starts_on,
        version=actions.seen_version(rows),
    )
    if form.validate_on_submit():
        actions.set_deadlines(
            cohort, form.deadlines(), seen=form.version.data or 0, actor_id=actor().person_id
        )
        back = url_for("cohorts.show", cohort_id=cohort.id)
        return done(_("De planning is bewaard."), back_to=back)
    status = 422 if form.is_submitted() else 200
    return render_template("enrolment/planning.html", cohort=cohort, form=form), status


@cohorts.route("/groepen/<uuid:cohort_id>/uitstel", methods=["GET", "POST"])
@requires(MANAGE_COHORTS)
def extend_chosen(cohort_id: UUID) -> ResponseReturnValue:
    """Give the chosen students a later deadline."""
    cohort = allowed_cohort(cohort_id)
    chosen = chosen_students(cohort)
    form = ChosenExtensionForm(keuzedeel(cohort.keuzedeel).qualification.work_processes)
    if chosen and form.validate_on_submit() and _extended(form, chosen):
        message = ngettext("%(num)s student heeft uitstel.", "%(num)s studenten hebben uitstel.", len(chosen))
        return done(message, back_to=url_for("cohorts.show", cohort_id=cohort.id))
    status = 422 if form.is_submitted() else 200
    return render_template("enrolment/extend.html", cohort=cohort, chosen=chosen, form=form), status


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/uitstel")
@requires(MANAGE_COHORTS)
def extend(enrolment_id: UUID) -> ResponseReturnValue:
    """Give one student a later deadline."""
    enrolment = allowed_enrolment(enrolment_id)
    forms = Forms(enrolment)
    if forms.extension.validate() and _extended(forms.extension, [enrolment]):
        return done(_("Het uitstel is bewaard."), back_to=back_to(enrolment))
    return page(enrolment, forms, 422)


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/uitstel/<work_process>/intrekken")
@requires(MANAGE_COHORTS)
def end_extension(enrolment_id: UUID, work_process: str) -> ResponseReturnValue:
    """Take an extension back."""
    enrolment = allowed_enrolment(enrolment_id)
    Form().checked()
    known = {each.code for each in keuzedeel(enrolment.cohort.keuzedeel).qualification.work_processes}
    if work_process not in known:
        raise Unknown()
    actions.end_extension(enrolment, work_process, actor_id=actor().person_id)
    return done(_("Het uitstel is ingetrokken."), back_to=back_to(enrolment))


class ChosenExtensionForm(ExtensionForm, ChoiceForm):
    """An extension for the students that come along."""


def _extended(form: ExtensionForm, enrolments: list[Enrolment]) -> bool:
    try:
        actions.extend(
            enrolments,
            form.work_process.data,
            until=form.until(),
            reason=form.reason.data or "",
            granted_by_id=actor().membership_id,
            actor_id=actor().person_id,
        )
    except Refused as refused:
        form.day.errors = [refused.text]
        return False
    return True
