"""All words of the course on one page."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from accounts.policy.guard import requires
from content.markup import render_prose
from course.following import followed
from course.glossary.letters import by_letter
from course.offering.queries import course_for
from course.programme.policy import FOLLOW
from foundation.web.text import showable

glossary = Blueprint("glossary", __name__, url_prefix="/programma/woorden")


@glossary.get("")
@requires(FOLLOW)
def show() -> ResponseReturnValue:
    """Show the words in the order of the alphabet, or those that hold a text."""
    known = course_for(followed(FOLLOW)).glossary
    wanted = showable(request.args.get("zoek", "").strip()[:100])
    found = known.matching(wanted) if wanted else known.terms
    return render_template(
        "glossary/show.html",
        wanted=wanted,
        number=len(found),
        letters=by_letter(found),
        all=len(known.terms),
        prose=render_prose,
    )
