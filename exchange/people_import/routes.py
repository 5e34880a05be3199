"""Bring a file, look at what it does, confirm."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, may, requires
from enrolment.cohorts.queries import cohort_of
from enrolment.models import Cohort
from exchange.people_import import actions, files, queries
from exchange.people_import.actions import Bringer
from exchange.people_import.columns import Column
from exchange.people_import.forms import UploadForm
from exchange.people_import.messages import tell, tell_file
from exchange.people_import.models import ImportState, PeopleImport
from exchange.people_import.policy import IMPORT_PEOPLE, MAKE_ADMINS
from exchange.people_import.problems import Unreadable
from exchange.people_import.reading import MOST_BYTES
from exchange.people_import.rules import shown
from exchange.people_import.school import Importer
from foundation.web.answers import done, download
from foundation.web.forms import Form

SHOWN_FAULTS = 100

people_import = Blueprint("people_import", __name__)


@people_import.route("/groepen/<uuid:cohort_id>/import", methods=["GET", "POST"])
@requires(IMPORT_PEOPLE)
def upload(cohort_id: UUID) -> ResponseReturnValue:
    """Take a file and check it; nobody is added yet."""
    cohort = _allowed_cohort(cohort_id)
    form = UploadForm()
    if form.validate_on_submit():
        sent = form.file.data
        try:
            row = actions.check_file(
                cohort, sent.read(MOST_BYTES + 1), name=shown(sent.filename or ""), bringer=_bringer()
            )
        except Unreadable as unreadable:
            form.file.errors = [tell_file(unreadable)]
        else:
            return redirect(_page_of(row), 303)
    status = 422 if form.is_submitted() else 200
    page = render_template(
        "people_import/upload.html", cohort=cohort, form=form, columns=list(Column),
        imports=queries.imports_of(cohort),
    )  # fmt: skip
    return page, status


@people_import.get("/groepen/<uuid:cohort_id>/import/<uuid:import_id>")
@requires(IMPORT_PEOPLE)
def show(cohort_id: UUID, import_id: UUID) -> ResponseReturnValue:
    """Show what a file does or did, and what is wrong with it."""
    cohort = _allowed_cohort(cohort_id)
    row = _allowed_import(cohort, import_id)
    report = actions.report_of(row)
    look = actions.look_at(row) if row.state is ImportState.CHECKED else None
    return render_template(
        "people_import/report.html", cohort=cohort, row=row, report=report, form=Form(), look=look,
        faults=[tell(fault) for fault in report.faults[:SHOWN_FAULTS]],
    )  # fmt: skip


@people_import.post("/groepen/<uuid:cohort_id>/import/<uuid:import_id>")
@requires(IMPORT_PEOPLE)
def confirm(cohort_id: UUID, import_id: UUID) -> ResponseReturnValue:
    """Add the people of a file that was checked."""
    cohort = _allowed_cohort(cohort_id)
    row = _allowed_import(cohort, import_id)
    Form().checked()
    row = actions.confirm(cohort, row.id, bringer=_bringer())
    if row.state is ImportState.FAULTY:
        flash(_("Er is intussen iets veranderd bij de school. Er is niemand toegevoegd."), "warn")
        return redirect(_page_of(row), 303)
    return done(_("Het bestand is verwerkt. Hieronder zie je wat er gebeurde."), back_to=_page_of(row))


@people_import.get("/groepen/<uuid:cohort_id>/import/<uuid:import_id>/fouten.csv")
@requires(IMPORT_PEOPLE)
def faulty_rows(cohort_id: UUID, import_id: UUID) -> ResponseReturnValue:
    """Give only the rows with faults."""
    row = _allowed_import(_allowed_cohort(cohort_id), import_id)
    return download(files.faulty_rows(row), name="fouten.csv", kind="text/csv")


@people_import.get("/groepen/import/voorbeeld.csv")
@requires(IMPORT_PEOPLE)
def example() -> ResponseReturnValue:
    """Give a file to start from."""
    return download(files.example(), name="voorbeeld.csv", kind="text/csv")


def _allowed_cohort(cohort_id: UUID) -> Cohort:
    cohort: Cohort = allow(IMPORT_PEOPLE, cohort_of(actor().school_id, cohort_id))
    return cohort


def _allowed_import(cohort: Cohort, import_id: UUID) -> PeopleImport:
    row: PeopleImport = allow(IMPORT_PEOPLE, queries.import_of(cohort, import_id))
    return row


def _bringer() -> Bringer:
    return Bringer(actor().membership_id, Importer(actor().person_id, may(MAKE_ADMINS)))


def _page_of(row: PeopleImport) -> str:
    return url_for("people_import.show", cohort_id=row.cohort_id, import_id=row.id)
