"""A cohort as rows of text, in the columns of the import. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accounts.schools.models import Role
from enrolment.models import Enrolment, Route
from exchange.people_import.columns import OWN, Column

ROUTE_WORDS = {Route.STUDENT: "student", Route.ZIJ_INSTROMER: "zij-instromer"}


def cohort_rows(enrolments: Iterable[Enrolment]) -> list[Sequence[str]]:
    """Give the names of the columns and a row per student; student, person and coaches must be loaded."""
    return [[column.value for column in OWN], *(_row(enrolment) for enrolment in enrolments)]


def _row(enrolment: Enrolment) -> Sequence[str]:
    student = enrolment.student
    coach = next((each.coach.person.email for each in enrolment.coachings if each.ended_at is None), "")
    cells = {
        Column.NAME: student.name,
        Column.EMAIL: student.person.email,
        Column.NUMBER: enrolment.number,
        Column.ROLE: Role.STUDENT.value,
        Column.ROUTE: ROUTE_WORDS[enrolment.route],
        Column.BIRTH_DATE: student.birth_date.strftime("%d-%m-%Y") if student.birth_date else "",
        Column.BIRTH_PLACE: student.birth_place,
        Column.COACH: coach,
    }
    return [cells[column] for column in OWN]
