"""Answer a question."""

from __future__ import annotations

from flask import jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.guard import requires
from content.nodes import Question
from course.following import followed, followed_now
from course.offering.begun import course_to_read
from course.offering.queries import course_for
from course.selftest import block_routes
from course.selftest.actions import keep_answer
from course.selftest.documents import Document, document_of
from course.selftest.doors import selftest
from course.selftest.forms import ALONE, HERE, answer_form
from course.selftest.page import is_following, place_of, question_part
from course.selftest.policy import PRACTISE
from course.selftest.queries import attempts_at
from course.selftest.repeating import due_now
from course.selftest.view import QuestionView, question_view, refused_view
from course.selftest.words import spoken
from enrolment.models import Enrolment
from foundation.errors import Unknown
from foundation.web.answers import wants_json

__all__ = ["block_routes", "selftest"]


@selftest.get("/herhalen")
@requires(PRACTISE)
def repeat() -> ResponseReturnValue:
    """Show the first question that is due, and how many there are."""
    enrolment = followed(PRACTISE)
    due = due_now(enrolment.id, course_for(enrolment))
    part = None
    if due:
        view = QuestionView(due[0].document, due[0].question, ALONE, is_following(enrolment))
        part = question_part(view)
    return render_template("selftest/repeat.html", due=due, part=part)


@selftest.get("/vragen/<document>/<question_key>")
@requires(PRACTISE)
def show(document: str, question_key: str) -> ResponseReturnValue:
    """Show one question by itself."""
    enrolment = followed(PRACTISE)
    found, asked = _asked(enrolment, document, question_key)
    attempts = attempts_at(enrolment.id, document, question_key).get(question_key, [])
    view = question_view(found, asked, attempts, back=ALONE, may_answer=is_following(enrolment))
    return _alone(view)


@selftest.post("/vragen/<document>/<question_key>")
@requires(PRACTISE)
def answer(document: str, question_key: str) -> ResponseReturnValue:
    """Keep an answer and give the feedback on it."""
    enrolment = followed_now(PRACTISE)
    found, asked = _asked(enrolment, document, question_key)
    form = answer_form(asked)
    if wants_json():
        form.checked()
    elif not form.validate_on_submit():
        return _alone(refused_view(found, asked, form)), 422
    earlier = attempts_at(enrolment.id, document, question_key).get(question_key, [])
    kept = keep_answer(enrolment, document, asked, given=form.given, earlier=earlier)
    attempts = earlier if kept in earlier else [*earlier, kept]
    return _answered(question_view(found, asked, attempts, back=str(form.back.data)))


def _asked(enrolment: Enrolment, slug: str, question_key: str) -> tuple[Document, Question]:
    document = document_of(course_to_read(enrolment, slug), slug)
    asked = document.question(question_key) if document else None
    if document is None or asked is None:
        raise Unknown()
    return document, asked


def _alone(view: QuestionView) -> str:
    return render_template("selftest/alone.html", view=view, part=question_part(view))


def _answered(view: QuestionView) -> ResponseReturnValue:
    """Answer the page's own script with the question anew, and everyone else with the page it stood on."""
    if wants_json():
        return jsonify(version=1, saved=spoken(view), fragments={f"#{view.id}": str(question_part(view))})
    if view.back == HERE:
        return redirect(place_of(view.document, anchor=view.id), 303)
    return redirect(url_for("selftest.show", document=view.document.slug, question_key=view.question.id), 303)
