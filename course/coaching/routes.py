"""The pages of a coach."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from content.errors import UnknownContent
from content.qualification import WorkProcess
from course.coaching import queries, view
from course.coaching.forms import QuestionForm, SeenForm
from course.errors import Ended
from course.feedback import actions as feedback
from course.feedback.forms import FeedbackForm
from course.feedback.policy import COACH
from course.feedback.queries import latest
from course.hours import actions as hours
from course.hours.queries import entries_with, entry_of, to_confirm
from course.hours.view import in_hours
from course.portfolio.downloads import as_download
from course.portfolio.freezing import frozen_work
from course.portfolio.queries import evidence_by_id
from course.workbench.locks import locked_reasons
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState
from foundation.errors import Unknown
from foundation.web.answers import done

coaching = Blueprint("coaching", __name__, url_prefix="/begeleiden")

REACTIONS_SHOWN = 20


@coaching.get("")
@requires(COACH)
def show() -> ResponseReturnValue:
    """Show the own students, who is stuck and why."""
    after = request.args.get("na", type=UUID)
    enrolments, further = queries.students_of(actor(), after=after)
    lines = view.student_lines(enrolments)
    groups = dict.fromkeys((each.cohort.id, each.cohort.name) for each in enrolments)
    return render_template(
        "coach/show.html", lines=lines, further=further, first_page=after is None, groups=list(groups)
    )


@coaching.get("/<uuid:enrolment_id>")
@requires(COACH)
def student(enrolment_id: UUID) -> ResponseReturnValue:
    """Show one student: hours to confirm, work to read, earlier reactions."""
    return _student_page(_coached(enrolment_id))


@coaching.post("/<uuid:enrolment_id>/uren")
@requires(COACH)
def confirm(enrolment_id: UUID) -> ResponseReturnValue:
    """Confirm one entry, or all that were shown of a week."""
    enrolment = _coached(enrolment_id)
    form = SeenForm()
    form.checked()
    entries = entries_with(enrolment, form.versions)
    if len(entries) < len(form.versions):
        raise Unknown()
    minutes = hours.confirm(enrolment, entries, seen=form.versions, coach=actor())
    message = _("Je hebt %(amount)s bevestigd.", amount=in_hours(minutes))
    return done(message, back_to=url_for("coaching.student", enrolment_id=enrolment.id, _anchor="uren"))


@coaching.post("/<uuid:enrolment_id>/uren/<uuid:entry_id>/vraag")
@requires(COACH)
def ask(enrolment_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """Ask the student about one entry."""
    enrolment = _coached(enrolment_id)
    entry = entry_of(enrolment, entry_id)
    if entry is None:
        raise Unknown()
    form = QuestionForm()
    if not form.validate_on_submit():
        return _student_page(enrolment, asked={entry.id: form}), 422
    hours.ask(entry, question=str(form.question.data), version=form.seen, coach=actor())
    return done(
        _("Je vraag staat bij de uren van de student."),
        back_to=url_for("coaching.student", enrolment_id=enrolment.id, _anchor="uren"),
    )


@coaching.route("/<uuid:enrolment_id>/werk/<code>", methods=["GET", "POST"])
@requires(COACH)
def work(enrolment_id: UUID, code: str) -> ResponseReturnValue:
    """Show the work on one work process as it is now, and take a reaction on it."""
    enrolment = _coached(enrolment_id)
    process = _work_process(enrolment, code)
    form = FeedbackForm(process)
    if form.validate_on_submit():
        criterion, body = form.criterion.data or None, str(form.body.data)
        feedback.give(enrolment, work_process=code, criterion=criterion, body=body, coach=actor())
        back = url_for("coaching.student", enrolment_id=enrolment.id, _anchor="reacties")
        return done(_("Je reactie staat klaar voor de student."), back_to=back)
    page = render_template(
        "coach/work.html",
        enrolment=enrolment,
        process=process,
        form=form,
        work=frozen_work(enrolment, keuzedeel(enrolment.cohort.keuzedeel), code),
        is_handed_in=code in locked_reasons(enrolment.id),
        is_running=enrolment.state is EnrolmentState.ACTIVE,
        rows=[each for each in latest(enrolment.id, REACTIONS_SHOWN) if each.work_process == code],
        criteria={each.id: each.text for each in process.behaviours},
    )
    return page, 422 if form.errors else 200


@coaching.get("/<uuid:enrolment_id>/bewijs/<uuid:evidence_id>")
@requires(COACH)
def file(enrolment_id: UUID, evidence_id: UUID) -> ResponseReturnValue:
    """Give a file that the student put with the evidence."""
    evidence = evidence_by_id(_coached(enrolment_id), evidence_id)
    return as_download(title=evidence.title, sha256=evidence.sha256, content_type=evidence.content_type)


def _coached(enrolment_id: UUID) -> Enrolment:
    found: Enrolment = allow(COACH, queries.coached(actor().school_id, enrolment_id))
    if request.method == "POST" and found.state not in queries.RUNNING:
        raise Ended()
    return found


def _work_process(enrolment: Enrolment, code: str) -> WorkProcess:
    try:
        return keuzedeel(enrolment.cohort.keuzedeel).work_process(code)
    except UnknownContent as missing:
        raise Unknown() from missing


def _student_page(enrolment: Enrolment, **more: Any) -> str:
    course = keuzedeel(enrolment.cohort.keuzedeel)
    return render_template(
        "coach/student.html",
        enrolment=enrolment,
        course=course,
        line=view.student_lines([enrolment])[0],
        weeks=view.by_week(to_confirm(enrolment)),
        rows=latest(enrolment.id, REACTIONS_SHOWN),
        numbers=view.numbers_of(course),
        criteria={each.id: each.text for each in course.qualification.behaviours},
        **more,
    )
