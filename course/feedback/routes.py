"""Reactions as the student reads them."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.guard import requires
from course.feedback import actions
from course.feedback.forms import Handled
from course.feedback.policy import READ_FEEDBACK
from course.feedback.queries import feedback_of, page_of
from course.following import followed, followed_now
from enrolment.catalogue import keuzedeel
from foundation.errors import Unknown
from foundation.web.answers import done

feedback = Blueprint("feedback", __name__, url_prefix="/reacties")


@feedback.get("")
@requires(READ_FEEDBACK)
def show() -> ResponseReturnValue:
    """Show the reactions on the own work, newest first."""
    enrolment = followed(READ_FEEDBACK)
    before = request.args.get("na", type=UUID)
    rows, further = page_of(enrolment, before=before)
    course = keuzedeel(enrolment.cohort.keuzedeel)
    return render_template(
        "feedback/show.html",
        rows=rows,
        further=further,
        first_page=before is None,
        numbers={each.code: each.number for each in course.qualification.work_processes},
        criteria={each.id: each.text for each in course.qualification.behaviours},
    )


@feedback.post("/<uuid:feedback_id>/verwerkt")
@requires(READ_FEEDBACK)
def handle(feedback_id: UUID) -> ResponseReturnValue:
    """Tick a reaction off."""
    enrolment = followed_now(READ_FEEDBACK)
    Handled().checked()
    found = feedback_of(enrolment, feedback_id)
    if found is None:
        raise Unknown()
    actions.handle(found)
    return done(_("Je hebt deze reactie verwerkt."), back_to=url_for("feedback.show"))
