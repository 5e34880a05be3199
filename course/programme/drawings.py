"""The drawings in lessons: kept by browsers for ever, because the address is the hash of the content."""

from __future__ import annotations

from flask import Blueprint, Response

from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from course.programme.queries import keuzedelen_for
from foundation.errors import Unknown

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"
FOR_EVER = "private, max-age=31536000, immutable"

drawings = Blueprint("drawings", __name__, url_prefix="/programma/plaatjes")


@drawings.get("/<sha256>.svg")
@signed_in
def show(sha256: str) -> Response:
    """Give a drawing that a keuzedeel of the own school names."""
    found = (each.drawings.get(sha256) for each in keuzedelen_for(actor()))
    drawing = next(filter(None, found), None)
    if drawing is None:
        raise Unknown()
    answer = Response(drawing.content, content_type="image/svg+xml; charset=utf-8")
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["Cache-Control"] = FOR_EVER
    return answer
