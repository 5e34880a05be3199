"""All pages of this room together."""

from __future__ import annotations

from course.offering import edition_routes as _editions
from course.offering import file_routes as _files
from course.offering import own_routes as _own
from course.offering import period_routes as _periods
from course.offering import picture_routes as _pictures
from course.offering import plan_routes as _plan
from course.offering.doors import offering

PAGES = (_plan, _editions, _own, _files, _periods, _pictures)

__all__ = ["PAGES", "offering"]
