"""Search in the course and in the own texts."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from accounts.policy.guard import requires
from course.following import followed
from course.offering.queries import course_for
from course.programme.policy import FOLLOW
from course.search.building import make_ready, scope_of
from course.search.kinds import Kind
from course.search.page import Answer, answer
from course.search.rules import terms_of
from foundation.web.paging import asked_cursor, asked_text

search = Blueprint("search", __name__, url_prefix="/programma/zoeken")


@search.get("")
@requires(FOLLOW)
def show() -> ResponseReturnValue:
    """Show the field, and what was found."""
    enrolment, asked, kind = followed(FOLLOW), asked_text("q"), _asked_kind()
    course = course_for(enrolment)
    scope, found = scope_of(enrolment, course), Answer()
    if terms_of(asked):
        make_ready(scope, course)
        found = answer(scope, course, asked, kind=kind, cursor=asked_cursor())
    return render_template("search/show.html", asked=asked, kind=kind, answer=found, kinds=list(Kind))


def _asked_kind() -> Kind | None:
    wanted = request.args.get("soort", "")
    return Kind(wanted) if wanted in {each.value for each in Kind} else None
