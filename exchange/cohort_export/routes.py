"""Download the students of a cohort."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from enrolment.cohorts.queries import cohort_of
from enrolment.models import Cohort
from exchange import tables
from exchange.cohort_export.queries import enrolments_for_file
from exchange.cohort_export.rows import cohort_rows
from exchange.people_import.policy import IMPORT_PEOPLE
from exchange.tables import download

cohort_export = Blueprint("cohort_export", __name__)


@cohort_export.get("/groepen/<uuid:cohort_id>/studenten.csv")
@requires(IMPORT_PEOPLE)
def as_csv(cohort_id: UUID) -> ResponseReturnValue:
    """Give the students as CSV."""
    rows = cohort_rows(enrolments_for_file(_allowed_cohort(cohort_id)))
    return download(tables.as_csv(rows), name="studenten.csv", kind="text/csv")


@cohort_export.get("/groepen/<uuid:cohort_id>/studenten.xlsx")
@requires(IMPORT_PEOPLE)
def as_xlsx(cohort_id: UUID) -> ResponseReturnValue:
    """Give the students as an Excel file."""
    rows = cohort_rows(enrolments_for_file(_allowed_cohort(cohort_id)))
    content = tables.as_xlsx(rows, sheet_name="Studenten")
    return download(content, name="studenten.xlsx", kind=tables.XLSX)


def _allowed_cohort(cohort_id: UUID) -> Cohort:
    cohort: Cohort = allow(IMPORT_PEOPLE, cohort_of(actor().school_id, cohort_id))
    return cohort
