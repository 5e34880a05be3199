"""A later deadline for one student."""

from __future__ import annotations

from enrolment.deadlines.actions import extend
from enrolment.deadlines.queries import deadlines_of
from web.demo.calendar import at, days_later
from web.demo.people import Student, codes


def extend_by(student: Student, code: str, days: int, reason: str) -> None:
    """Grant working days on top of the deadline of the group."""
    admin, enrolment = student.stage.admin, student.enrolment
    deadline = deadlines_of(enrolment.cohort_id)[codes()[code]]
    extend(
        [enrolment],
        codes()[code],
        until=at(days_later(deadline.date(), days), 23, 59),
        reason=reason,
        granted_by_id=admin.id,
        actor_id=admin.person_id,
    )
