"""All pages of this room together."""

from __future__ import annotations

from course.offering import edition_routes as _editions
from course.offering import plan_routes as _plan
from course.offering.doors import offering

PAGES = (_plan, _editions)

__all__ = ["PAGES", "offering"]
