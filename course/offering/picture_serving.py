"""The pictures of a school, at the same kind of address as the drawings of the course."""

from __future__ import annotations

from flask import Blueprint, Response

from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from content.picture import TYPES
from course.offering.picture_queries import picture_at
from course.programme.drawings import FOR_EVER, SANDBOX
from foundation.errors import Unknown
from foundation.storage.actions import give

pictures = Blueprint("pictures", __name__, url_prefix="/programma/plaatjes")


@pictures.get("/<sha256>.<any(jpg, png, webp):extension>")
@signed_in
def show(sha256: str, extension: str) -> Response:
    """Give a picture of the own school; browsers keep it, because the address is the hash of the content."""
    found = picture_at(actor().school_id, sha256)
    if found is None or not found.src.endswith(f".{extension}"):
        raise Unknown()
    try:
        answer = Response(give(found.sha256), content_type=TYPES[extension])
    except FileNotFoundError as gone:
        raise Unknown() from gone
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["Cache-Control"] = FOR_EVER
    return answer
