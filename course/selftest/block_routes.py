"""The self-test of a block: its questions, and how each went."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from accounts.policy.guard import requires
from course.following import followed
from course.offering.queries import course_for
from course.selftest.documents import Document, of_selftest, selftests_of
from course.selftest.doors import selftest
from course.selftest.page import question_part, question_views, tools
from course.selftest.policy import PRACTISE
from course.selftest.result import result_of
from enrolment.models import Enrolment, Route
from foundation.errors import Unknown


@selftest.get("/zelftest/<block>")
@requires(PRACTISE)
def block(block: str) -> ResponseReturnValue:
    """Show the questions of a block, with the last answers."""
    enrolment = followed(PRACTISE)
    document = _document(enrolment, block)
    views = question_views(document, enrolment)
    return render_template(
        "selftest/block.html",
        document=document,
        parts=[question_part(each) for each in views],
        result=result_of(views),
        begins_here=enrolment.route is Route.ZIJ_INSTROMER,
    )


@selftest.get("/zelftest/<block>/uitslag")
@requires(PRACTISE)
def result(block: str) -> ResponseReturnValue:
    """Show how each question went, and which lessons help."""
    enrolment = followed(PRACTISE)
    document = _document(enrolment, block)
    views = question_views(document, enrolment)
    return render_template(
        "selftest/result.html", document=document, views=views, result=result_of(views), **tools()
    )


def _document(enrolment: Enrolment, block: str) -> Document:
    course = course_for(enrolment)
    found = next((each for each in selftests_of(course) if each.block.lower() == block), None)
    if found is None:
        raise Unknown()
    return of_selftest(found, course)
