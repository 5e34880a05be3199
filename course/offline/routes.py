"""The page that says what this device keeps, and that stands in for a page that is not there."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.guard import requires
from course.following import followed
from course.offering.queries import course_for
from course.programme.policy import FOLLOW

offline = Blueprint("offline", __name__, url_prefix="/programma/offline")


@offline.get("")
@requires(FOLLOW)
def show() -> ResponseReturnValue:
    """Show the lessons and assignments of the course, for the browser to say which are here."""
    course = course_for(followed(FOLLOW))
    modules = [
        (
            module,
            [
                *((url_for("programme.lesson", slug=slug), course.lesson(slug)) for slug in module.lessons),
                *(
                    (url_for("programme.assignment", slug=slug), course.assignment(slug))
                    for slug in module.assignments
                ),
            ],
        )
        for module in course.programme.modules
    ]
    return render_template("offline/show.html", modules=modules)
