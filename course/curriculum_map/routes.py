"""The page that shows what covers what, for everyone who works with the course."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from accounts.schools.models import Role
from course.curriculum_map.rules import behaviours_covered, items_covered
from course.offering.queries import course_of
from course.programme.asked import asked_keuzedeel

curriculum_map = Blueprint("curriculum_map", __name__, url_prefix="/programma/wat-leer-je-waar")


@curriculum_map.get("")
@signed_in
def show() -> ResponseReturnValue:
    """Show per behaviour and item which lessons and assignments serve it."""
    who, asked = actor(), asked_keuzedeel()
    course = course_of(who.school_id, asked.keuzedeel.slug)
    return render_template(
        "curriculum_map/show.html",
        course=course,
        choices=asked.tabs("curriculum_map.show"),
        modules=course.programme.modules,
        items=items_covered(course),
        processes=[
            (process, behaviours_covered(course, process.code))
            for process in course.qualification.work_processes
        ],
        follows=Role.STUDENT in who.roles,
    )
