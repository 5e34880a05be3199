"""All pages of this room together."""

from __future__ import annotations

from enrolment.assessors import routes as _assessors
from enrolment.cohorts import routes as _cohorts
from enrolment.deadlines import routes as _deadlines
from enrolment.doors import cohorts, members
from enrolment.members import routes as _members
from enrolment.students import coaching_routes as _coaching
from enrolment.students import routes as _students

PAGES = (_cohorts, _students, _coaching, _deadlines, _assessors, _members)

__all__ = ["PAGES", "cohorts", "members"]
