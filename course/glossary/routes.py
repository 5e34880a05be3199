"""All words of the course on one page."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from content.keuzedeel import Keuzedeel
from content.markup import render_prose
from course.glossary.finding import Found, find
from course.glossary.letters import by_letter
from course.offering.queries import course_for, course_of
from course.programme.asked import asked_keuzedeel
from enrolment.queries import own_enrolment
from foundation.web.text import showable

glossary = Blueprint("glossary", __name__, url_prefix="/programma/woorden")


@glossary.get("")
@signed_in
def show() -> ResponseReturnValue:
    """Show the words in the order of the alphabet, or those that hold a text or what was meant by it."""
    enrolment = own_enrolment(actor())
    course = course_for(enrolment) if enrolment else _course_of_the_school()
    wanted = showable(request.args.get("zoek", "").strip()[:100])
    found = find(course, wanted) if wanted else Found(course.glossary.terms)
    return render_template(
        "glossary/show.html",
        course=course,
        follows=enrolment is not None,
        wanted=wanted,
        meant=found.meant,
        number=len(found.terms),
        letters=by_letter(found.terms),
        all=len(course.glossary.terms),
        prose=render_prose,
    )


def _course_of_the_school() -> Keuzedeel:
    """Give the course of the own school that began last, for who follows none."""
    return course_of(actor().school_id, asked_keuzedeel().keuzedeel.slug)
