"""The blueprint of this room; the pages hang themselves on it."""

from __future__ import annotations

from flask import Blueprint, request

from accounts.policy.actor import actor
from accounts.policy.guard import allow
from course.offering.desk import Desk, desk_of
from course.offering.policy import SHAPE_COURSE
from foundation.transaction import SAFE_METHODS

offering = Blueprint("offering", __name__, url_prefix="/cursus")


def own_desk(slug: str) -> Desk:
    """Give the desk of the own school for a keuzedeel; who comes to change something waits for the other."""
    desk = desk_of(actor().school_id, slug, for_writing=request.method not in SAFE_METHODS)
    return allow(SHAPE_COURSE, desk)  # type: ignore[no-any-return]
