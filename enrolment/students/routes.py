"""The page of one student, and what an administrator does there."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from enrolment.cohorts import queries as cohort_queries
from enrolment.doors import cohorts
from enrolment.models import Enrolment
from enrolment.policy import ALLOCATE, MANAGE_COHORTS
from enrolment.students import actions
from enrolment.students.page import Forms, student_page
from enrolment.workflow import EnrolmentAct
from foundation.web.answers import done
from foundation.web.forms import Form


def allowed_enrolment(enrolment_id: UUID) -> Enrolment:
    """Fetch an enrolment of the actor's school, or answer that it does not exist."""
    found = cohort_queries.enrolment_of(actor().school_id, enrolment_id, for_writing=request.method == "POST")
    enrolment: Enrolment = allow(MANAGE_COHORTS, found)
    return enrolment


def page(enrolment: Enrolment, forms: Forms, status: int = 200) -> ResponseReturnValue:
    """Show the page of a student, with the form that had a fault if there is one."""
    return render_template("enrolment/student.html", view=student_page(enrolment, forms)), status


def back_to(enrolment: Enrolment) -> str:
    """Give the address of the page of a student."""
    return url_for("cohorts.student", enrolment_id=enrolment.id)


@cohorts.get("/inschrijvingen/<uuid:enrolment_id>")
@requires(MANAGE_COHORTS)
def student(enrolment_id: UUID) -> ResponseReturnValue:
    """Show one student: people, deadlines, state, history."""
    enrolment = allowed_enrolment(enrolment_id)
    return page(enrolment, Forms(enrolment))


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/stap")
@requires(MANAGE_COHORTS)
def take_step(enrolment_id: UUID) -> ResponseReturnValue:
    """Pause, resume or withdraw."""
    enrolment = allowed_enrolment(enrolment_id)
    forms = Forms(enrolment)
    if not forms.step.validate():
        return page(enrolment, forms, 422)
    act = EnrolmentAct(forms.step.act.data)
    actions.take_step(enrolment, act, actor_id=actor().person_id, reason=forms.step.reason.data or "")
    return done(_("De inschrijving is bijgewerkt."), back_to=back_to(enrolment))


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/groep")
@requires(MANAGE_COHORTS)
def transfer(enrolment_id: UUID) -> ResponseReturnValue:
    """Move to another cohort."""
    enrolment = allowed_enrolment(enrolment_id)
    forms = Forms(enrolment)
    if not forms.transfer.validate():
        return page(enrolment, forms, 422)
    chosen = UUID(forms.transfer.cohort.data)
    cohort = allow(MANAGE_COHORTS, cohort_queries.cohort_of(actor().school_id, chosen))
    actions.transfer(enrolment, cohort, actor_id=actor().person_id, reason=forms.transfer.reason.data or "")
    return done(_("De student zit nu in groep %(name)s.", name=cohort.name), back_to=back_to(enrolment))


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/begeleiders")
@requires(ALLOCATE)
def add_coach(enrolment_id: UUID) -> ResponseReturnValue:
    """Let a member coach this student."""
    enrolment = allowed_enrolment(enrolment_id)
    forms = Forms(enrolment)
    if not forms.coach.validate():
        return page(enrolment, forms, 422)
    coach = forms.chosen_coach()
    actions.assign_coach([enrolment], coach, actor_id=actor().person_id)
    return done(_("%(name)s begeleidt nu deze student.", name=coach.name), back_to=back_to(enrolment))


@cohorts.post("/inschrijvingen/<uuid:enrolment_id>/begeleiders/<uuid:coach_id>/stop")
@requires(ALLOCATE)
def end_coaching(enrolment_id: UUID, coach_id: UUID) -> ResponseReturnValue:
    """End the coaching of this student by a member."""
    enrolment = allowed_enrolment(enrolment_id)
    Form().checked()
    actions.end_coaching(enrolment, coach_id, actor_id=actor().person_id)
    return done(_("De begeleiding is beëindigd."), back_to=back_to(enrolment))
