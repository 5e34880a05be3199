"""Which students of a cohort an act is about: the ticked ones, or all of them when that is asked."""

from __future__ import annotations

from uuid import UUID

from flask import request

from enrolment.cohorts.queries import students_of
from enrolment.models import Cohort, Enrolment
from foundation.errors import Unknown
from foundation.web.forms import Form

EVERYONE = "alle"


class ChoiceForm(Form):
    """A form about students; their ids come along as `student`, as often as there are students."""

    def declared_elsewhere(self) -> set[str]:
        return {"student"}


def chosen_students(cohort: Cohort) -> list[Enrolment]:
    """Give the students that the request names, with their people; one of another cohort is unknown."""
    writes = request.method == "POST"
    if request.values.get(EVERYONE):
        return students_of(cohort, for_writing=writes)
    chosen = {_as_id(value) for value in request.values.getlist("student")}
    found = students_of(cohort, list(chosen), for_writing=writes) if chosen else []
    if len(found) != len(chosen):
        raise Unknown()
    return found


def _as_id(value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError as fault:
        raise Unknown() from fault
