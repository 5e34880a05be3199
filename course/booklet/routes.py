"""Give the booklet of a module."""

from __future__ import annotations

from functools import lru_cache

from flask import Blueprint, Response, request
from flask_babel import gettext as _

from accounts.policy.guard import requires
from accounts.schools.models import School
from content.keuzedeel import Keuzedeel
from course.booklet.pdf import PAPERS, render
from course.following import followed
from course.offering.queries import course_for
from course.programme.policy import FOLLOW
from foundation.database import db
from foundation.errors import Unknown
from foundation.web.answers import download

booklet = Blueprint("booklet", __name__, url_prefix="/programma/modules")


@booklet.get("/<code>/boekje.pdf")
@requires(FOLLOW)
def show(code: str) -> Response:
    """Give the lessons and assignments of a module to print, on A4 or (`?formaat=a5`) as a booklet."""
    enrolment = followed(FOLLOW)
    paper = request.args.get("formaat", PAPERS[0])
    course = course_for(enrolment)
    if paper not in PAPERS or code not in {each.code for each in course.programme.modules}:
        raise Unknown()
    school = db.session.get_one(School, enrolment.school_id).name
    content = _made(course, code, paper, school)
    name = _("boekje-%(code)s-%(paper)s.pdf", code=code.lower(), paper=paper)
    return download(content, name=name, kind="application/pdf")


@lru_cache(maxsize=16)
def _made(course: Keuzedeel, code: str, paper: str, school: str) -> bytes:
    """Keep the last few: a class asks for the same one at once, and a course never changes."""
    return render(course, code, paper=paper, school=school)
