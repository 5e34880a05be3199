"""Read the course as it is published, without an enrolment of one's own."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.lesson_page import Body
from content.programme import Module
from content.selftest import SelfTest
from course.offering.queries import course_of
from course.programme import overview
from course.programme.asked import asked_keuzedeel
from course.programme.reading import assignment_body, lesson_body
from course.selftest.documents import of_selftest, selftests_of
from course.selftest.page import answer_views, tools, with_answers, without_questions
from course.staff_reading.policy import READ_COURSE
from foundation.errors import Unknown

staff_reading = Blueprint("staff_reading", __name__, url_prefix="/lessen")


@staff_reading.get("")
@requires(READ_COURSE)
def start() -> ResponseReturnValue:
    """Go to the keuzedeel of the school that began last."""
    return redirect(url_for("staff_reading.show", keuzedeel=asked_keuzedeel().keuzedeel.slug), 303)


@staff_reading.get("/<keuzedeel>")
@requires(READ_COURSE)
def show(keuzedeel: str) -> ResponseReturnValue:
    """Show the modules on one route, with their lessons and assignments."""
    offered = asked_keuzedeel(keuzedeel)
    course = course_of(actor().school_id, offered.keuzedeel.slug)
    routes = course.programme.routes
    asked = request.args.get("route", "")
    route = next((each for each in routes if each.code == asked), routes[0])
    return render_template(
        "staff_reading/show.html",
        course=course,
        choices=offered.tabs("staff_reading.show"),
        route=route,
        modules=overview.modules_on(course, route.code, {}),
    )


@staff_reading.get("/<keuzedeel>/<slug>")
@requires(READ_COURSE)
def document(keuzedeel: str, slug: str) -> ResponseReturnValue:
    """Show one lesson, assignment or self-test; of every question all answers, and what is said of each."""
    course = course_of(actor().school_id, asked_keuzedeel(keuzedeel).keuzedeel.slug)
    written: tuple[Lesson | Assignment | SelfTest, ...]
    written = (*course.lessons, *course.assignments, *selftests_of(course))
    found = next((each for each in written if each.slug == slug), None)
    if found is None:
        raise Unknown()
    return _selftest(course, found) if isinstance(found, SelfTest) else _document(course, found)


def _document(course: Keuzedeel, found: Lesson | Assignment) -> str:
    return render_template(
        "staff_reading/document.html",
        course=course,
        document=found,
        body=_body(course, found),
        module=course.programme.module(found.header.module),
        behaviours=overview.behaviours_of(course, found),
        items=overview.items_of(course, found),
    )


def _selftest(course: Keuzedeel, found: SelfTest) -> str:
    asked = of_selftest(found, course)
    return render_template(
        "staff_reading/selftest.html",
        course=course,
        document=asked,
        module=_home(course, found),
        views=answer_views(asked),
        **tools(),
    )


def _body(course: Keuzedeel, found: Lesson | Assignment) -> Body:
    if isinstance(found, Assignment):
        return assignment_body(course, found)
    return with_answers(lesson_body(course, without_questions(found)), found)


def _home(course: Keuzedeel, found: SelfTest) -> Module:
    placed = ((module, block.code) for module in course.programme.modules for block in module.blocks)
    return next(module for module, code in placed if code == found.block)
