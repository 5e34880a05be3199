"""Download the students of a cohort; a POST, because the log tells who took the list."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from enrolment.cohorts.queries import cohort_of
from enrolment.models import Cohort
from exchange.cohort_export.queries import enrolments_for_file
from exchange.cohort_export.rows import cohort_rows
from exchange.people_import.acts import EXPORTED
from exchange.people_import.policy import IMPORT_PEOPLE
from foundation import tables
from foundation.audit.actions import record
from foundation.web.answers import download
from foundation.web.forms import Form

cohort_export = Blueprint("cohort_export", __name__)


@cohort_export.post("/groepen/<uuid:cohort_id>/studenten.csv")
@requires(IMPORT_PEOPLE)
def as_csv(cohort_id: UUID) -> ResponseReturnValue:
    """Give the students as CSV."""
    rows = _taken(cohort_id)
    return download(tables.as_csv(rows), name="studenten.csv", kind=tables.CSV)


@cohort_export.post("/groepen/<uuid:cohort_id>/studenten.xlsx")
@requires(IMPORT_PEOPLE)
def as_xlsx(cohort_id: UUID) -> ResponseReturnValue:
    """Give the students as an Excel file."""
    rows = _taken(cohort_id)
    content = tables.as_xlsx(rows, sheet_name="Studenten")
    return download(content, name="studenten.xlsx", kind=tables.XLSX)


def _taken(cohort_id: UUID) -> list[Sequence[str]]:
    cohort: Cohort = allow(IMPORT_PEOPLE, cohort_of(actor().school_id, cohort_id))
    Form().checked()
    enrolments = enrolments_for_file(cohort)
    record(EXPORTED, cohort, actor_id=actor().person_id, rows=len(enrolments))
    return cohort_rows(enrolments)
