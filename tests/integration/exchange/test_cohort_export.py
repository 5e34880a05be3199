"""A cohort as a file: no cell is a formula, and our own import reads every value back."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from accounts.schools.models import Role
from enrolment.models import Route
from exchange.people_import.columns import OWN
from exchange.people_import.reading import read
from foundation import tables
from foundation.database import db
from tests.factories.enrolments import a_cohort, an_enrolment, coaches
from tests.factories.people import a_member

NASTY = [
    "=1+1",
    "+31612345678",
    "-2",
    "@SUM(A1)",
    "'quoted",
    "\ttab",
    "http://evil.test",
    "007",
    "1e5",
    "Zoë 👩‍🎓",
    'a;"b"',
]


@pytest.mark.parametrize("value", NASTY)
def test_no_cell_is_a_formula_and_every_value_comes_back(value: str) -> None:
    rows = [["naam", "nummer"], [value, "0012"]]
    book = load_workbook(io.BytesIO(tables.as_xlsx(rows, sheet_name="Studenten")))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert cells[2].value == value
    assert read(tables.as_xlsx(rows, sheet_name="x")).rows[0].cells[1] == "0012"
    written = tables.as_csv(rows)
    assert read(written).rows[0].cells == (value, "0012")
    assert not written.decode("utf-8-sig").splitlines()[1].lstrip('"').startswith(("=", "+", "-", "@", "\t"))


@pytest.fixture
def cohort(school):
    cohort = a_cohort(school)
    student = a_member(school, Role.STUDENT, name="=cmd|' /C calc'!A0")
    student.birth_date, student.birth_place = date(2001, 2, 3), "-Gouda"
    enrolment = an_enrolment(cohort, school, student=student, route=Route.ZIJ_INSTROMER)
    enrolment.number = "0012"
    coaches(a_member(school, Role.COACH, email="coach@school.example"), enrolment)
    an_enrolment(cohort, school)
    db.session.commit()
    return cohort


def test_both_files_read_back_the_same(desk, cohort) -> None:
    as_csv = read(desk.post(f"/groepen/{cohort.id}/studenten.csv").data)
    as_xlsx = read(desk.post(f"/groepen/{cohort.id}/studenten.xlsx").data)
    assert as_csv == as_xlsx
    assert as_csv.header.cells == tuple(column.value for column in OWN)
    assert desk.get("/logboek").text.count("downloadde de lijst van een groep (studenten: 2)") == 2
    nasty = next(row for row in as_csv.rows if row.cells[0].startswith("="))
    assert nasty.cells[0] == "=cmd|' /C calc'!A0"
    assert nasty.cells[2:] == (
        "0012",
        "student",
        "zij-instromer",
        "03-02-2001",
        "-Gouda",
        "coach@school.example",
    )


def test_an_export_brought_back_changes_nothing(desk, school) -> None:
    cohort = a_cohort(school)
    for _ in range(3):
        enrolment = an_enrolment(cohort, school)
        enrolment.number = enrolment.student.student_number
    db.session.commit()
    content = desk.post(f"/groepen/{cohort.id}/studenten.xlsx").data
    page = desk.post(f"/groepen/{cohort.id}/import", data={"file": (io.BytesIO(content), "x.xlsx")}).location
    assert "0 nieuw, 3 waren er al" in desk.get(page).text


def test_a_file_costs_the_same_for_many_students(desk, school, counting) -> None:
    def cost(students: int) -> int:
        cohort = a_cohort(school)
        for _ in range(students):
            an_enrolment(cohort, school)
        db.session.commit()
        with counting() as statements:
            assert desk.post(f"/groepen/{cohort.id}/studenten.csv").status_code == 200
        return len(statements)

    cost(1)  # the first act of a school begins its log
    assert cost(10) == cost(300) <= 10
