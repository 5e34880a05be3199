"""Read the course as it is published, without an enrolment of one's own."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from content.assignment import Assignment
from content.lesson import Lesson
from course.offering.queries import course_of
from course.programme import overview
from course.programme.asked import asked_keuzedeel
from course.programme.reading import document_body
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
    """Show one lesson or assignment, with its questions and what is said of every answer."""
    course = course_of(actor().school_id, asked_keuzedeel(keuzedeel).keuzedeel.slug)
    documents: tuple[Lesson | Assignment, ...] = (*course.lessons, *course.assignments)
    found = next((each for each in documents if each.slug == slug), None)
    if found is None:
        raise Unknown()
    return render_template(
        "staff_reading/document.html",
        course=course,
        document=found,
        body=document_body(course, found),
        module=course.programme.module(found.header.module),
        behaviours=overview.behaviours_of(course, found),
        items=overview.items_of(course, found),
    )
