"""Pages of cohorts: the list, a new one, one cohort with its students."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from enrolment.catalogue import catalogue
from enrolment.cohorts import actions, queries
from enrolment.cohorts.forms import ChangeCohortForm, NewCohortForm
from enrolment.cohorts.page import cohort_page
from enrolment.cohorts.queries import Filters
from enrolment.doors import cohorts
from enrolment.errors import NameTaken
from enrolment.models import Cohort
from enrolment.policy import MANAGE_COHORTS
from enrolment.workflow import EnrolmentState
from foundation.web.answers import done
from foundation.web.paging import asked_cursor, asked_id, asked_text


def allowed_cohort(cohort_id: UUID) -> Cohort:
    """Fetch a cohort of the actor's school, or answer that it does not exist."""
    cohort: Cohort = allow(MANAGE_COHORTS, queries.cohort_of(actor().school_id, cohort_id))
    return cohort


@cohorts.get("/groepen")
@requires(MANAGE_COHORTS)
def overview() -> ResponseReturnValue:
    """Show the cohorts of the school."""
    page = queries.page_of_cohorts(actor().school_id, asked_cursor())
    titles = {each.slug: each.title for each in catalogue().keuzedelen}
    return render_template(
        "enrolment/cohorts.html", page=page, sizes=queries.sizes_of(page.rows), titles=titles
    )


@cohorts.route("/groepen/nieuw", methods=["GET", "POST"])
@requires(MANAGE_COHORTS)
def new() -> ResponseReturnValue:
    """Open a cohort."""
    form = NewCohortForm()
    if form.validate_on_submit():
        try:
            cohort = actions.open_cohort(
                actor().school_id,
                keuzedeel=form.keuzedeel.data,
                draft=form.draft(),
                actor_id=actor().person_id,
            )
        except NameTaken as refused:
            form.name.errors = [refused.text]
        else:
            message = _("De groep is gemaakt. Voeg nu studenten toe.")
            return done(message, back_to=url_for("cohorts.show", cohort_id=cohort.id))
    return render_template("enrolment/new_cohort.html", form=form), 422 if form.is_submitted() else 200


@cohorts.get("/groepen/<uuid:cohort_id>")
@requires(MANAGE_COHORTS)
def show(cohort_id: UUID) -> ResponseReturnValue:
    """Show a cohort and one page of its students."""
    cohort = allowed_cohort(cohort_id)
    filters = _asked_filters()
    page = queries.page_of_students(cohort, filters, asked_cursor())
    return render_template(
        "enrolment/cohort.html",
        page=page,
        view=(view := cohort_page(cohort, page)),
        labels={each.code: each.label for each in view.keuzedeel.qualification.work_processes},
        states=list(EnrolmentState),
        filters=filters,
        coaches=queries.coaches_in(cohort),
    )


@cohorts.route("/groepen/<uuid:cohort_id>/gegevens", methods=["GET", "POST"])
@requires(MANAGE_COHORTS)
def change(cohort_id: UUID) -> ResponseReturnValue:
    """Change the data of a cohort."""
    cohort = allowed_cohort(cohort_id)
    form = ChangeCohortForm(obj=cohort)
    if form.validate_on_submit():
        try:
            actions.change_cohort(
                cohort, draft=form.draft(), seen_version=form.version.data or 0, actor_id=actor().person_id
            )
        except NameTaken as refused:
            form.name.errors = [refused.text]
        else:
            back = url_for("cohorts.show", cohort_id=cohort.id)
            return done(_("De gegevens van de groep zijn bewaard."), back_to=back)
    status = 422 if form.is_submitted() else 200
    return render_template("enrolment/change_cohort.html", form=form, cohort=cohort), status


def _asked_filters() -> Filters:
    known = {state.value: state for state in EnrolmentState}
    return Filters(
        text=asked_text("zoek"),
        state=known.get(request.args.get("toestand", "")),
        coach_id=asked_id("begeleider"),
    )
