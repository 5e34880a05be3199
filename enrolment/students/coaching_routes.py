"""Give many students of a cohort the same coach."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from accounts.schools.models import Role
from accounts.schools.queries import members_with_role
from enrolment.cohorts.choice import ChoiceForm, chosen_students
from enrolment.cohorts.routes import allowed_cohort
from enrolment.doors import cohorts
from enrolment.policy import ALLOCATE
from enrolment.students.actions import assign_coach
from enrolment.students.forms import CoachForm
from foundation.errors import Refused
from foundation.web.answers import done


class ChosenCoachForm(CoachForm, ChoiceForm):
    """A coach for the students that come along."""


@cohorts.route("/groepen/<uuid:cohort_id>/begeleiders", methods=["GET", "POST"])
@requires(ALLOCATE)
def coach_chosen(cohort_id: UUID) -> ResponseReturnValue:
    """Let one member coach the chosen students."""
    cohort = allowed_cohort(cohort_id)
    chosen = chosen_students(cohort)
    coaches = {str(each.id): each for each in members_with_role(actor().school_id, Role.COACH)}
    form = ChosenCoachForm(list(coaches.values()))
    if chosen and form.validate_on_submit():
        coach = coaches[form.coach.data]
        try:
            assign_coach(chosen, coach, actor_id=actor().person_id)
        except Refused as refused:
            form.coach.errors = [refused.text]
        else:
            message = ngettext(
                "%(name)s begeleidt nu %(num)s student.",
                "%(name)s begeleidt nu %(num)s studenten.",
                len(chosen),
                name=coach.name,
            )
            return done(message, back_to=url_for("cohorts.show", cohort_id=cohort.id))
    status = 422 if form.is_submitted() else 200
    return render_template("enrolment/coach.html", cohort=cohort, chosen=chosen, form=form), status
