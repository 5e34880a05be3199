"""The page that shows what covers what, for everyone who works with the course."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from accounts.schools.models import Role
from course.curriculum_map.rules import behaviours_covered, items_covered
from course.offering.queries import course_of
from course.programme.queries import keuzedelen_for
from foundation.errors import Unknown

curriculum_map = Blueprint("curriculum_map", __name__, url_prefix="/programma/wat-leer-je-waar")


@curriculum_map.get("")
@signed_in
def show() -> ResponseReturnValue:
    """Show per behaviour and item which lessons and assignments serve it."""
    who = actor()
    slugs = {each.slug: each.title for each in keuzedelen_for(who)}
    wanted = request.args.get("keuzedeel", next(iter(slugs)))
    if wanted not in slugs:
        raise Unknown()
    course = course_of(who.school_id, wanted)
    return render_template(
        "curriculum_map/show.html",
        course=course,
        choices=[
            {"url": url_for("curriculum_map.show", keuzedeel=slug), "label": title, "current": slug == wanted}
            for slug, title in slugs.items()
        ],
        modules=[module.code for module in course.programme.modules],
        items=items_covered(course),
        processes=[
            (process, behaviours_covered(course, process.code))
            for process in course.qualification.work_processes
        ],
        follows=Role.STUDENT in who.roles,
    )
