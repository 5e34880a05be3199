"""Every value of a row: what is right becomes a person, what is wrong becomes a fault with its place."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from accounts.schools.models import Role
from enrolment.models import Route
from exchange.people_import.columns import Column, read_header
from exchange.people_import.messages import FILE, ROW
from exchange.people_import.problems import FileProblem, Problem
from exchange.people_import.reading import Row
from exchange.people_import.rules import Checked, check_rows
from exchange.people_import.school import Importer, Known, Outcome, Surroundings, plan

TODAY = date(2026, 11, 22)
HEADER = read_header([column.value for column in Column])
RIGHT = {
    "naam": "Noor de Wit", "e-mail": "noor@school.nl", "studentnummer": "0412345", "rol": "student",
    "route": "", "geboortedatum": "", "geboorteplaats": "", "begeleider": "",
}  # fmt: skip
ME = Importer(uuid4(), may_make_admins=True)
NOBODY = Surroundings({}, {}, {})


def check(*rows: dict[str, str]) -> Checked:
    written = [Row(n, tuple({**RIGHT, **row}.values())) for n, row in enumerate(rows, start=2)]
    return check_rows(HEADER, written, TODAY)


def drafts(*rows: dict[str, str]):
    return check(*rows).drafts


def known(**values) -> Known:
    standard = {
        "membership_id": uuid4(), "person_id": uuid4(), "roles": frozenset({Role.STUDENT}),
        "number": "0412345", "has_left": False,
    }  # fmt: skip
    return Known(**{**standard, **values})


def test_a_row_becomes_a_person() -> None:
    row = {
        "naam": " Noor   de Wit ",
        "e-mail": " Noor@School.NL",
        "route": "Zij-Instromer",
        "geboortedatum": "3-2-2001",
    }
    (draft,) = drafts(row)
    assert (draft.name, draft.email, draft.number) == ("Noor de Wit", "noor@school.nl", "0412345")
    assert (draft.roles, draft.route, draft.birth_date) == (
        {Role.STUDENT},
        Route.ZIJ_INSTROMER,
        date(2001, 2, 3),
    )


def test_staff_need_no_number_and_may_have_two_roles() -> None:
    (draft,) = drafts({"rol": "Beoordelaar / examencommissie", "studentnummer": ""})
    assert draft.roles == {Role.ASSESSOR, Role.BOARD_MEMBER}


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("naam", "", Problem.MISSING),
        ("naam", '=HYPERLINK("http://evil.test","x")', Problem.FORMULA),
        ("naam", "+31 6", Problem.FORMULA),
        ("naam", "-Jan", Problem.FORMULA),
        ("naam", "@Jan", Problem.FORMULA),
        ("naam", "\tJan", Problem.FORMULA),
        ("naam", "Jan\x00", Problem.UNSTORABLE),
        ("naam", "x" * 201, Problem.TOO_LONG),
        ("geboorteplaats", "=1+1", Problem.FORMULA),
        ("e-mail", "t.hofman@", Problem.EMAIL),
        ("e-mail", "", Problem.MISSING),
        ("studentnummer", "", Problem.MISSING),
        ("studentnummer", "44 10", Problem.NUMBER),
        ("studentnummer", "1" * 21, Problem.TOO_LONG),
        ("rol", "directeur", Problem.ROLE),
        ("rol", "", Problem.MISSING),
        ("rol", "student/begeleider", Problem.STUDENT_ALONE),
        ("route", "zomaar", Problem.ROUTE),
        ("geboortedatum", "31-02-1994", Problem.DATE),
        ("geboortedatum", "22-11-2026", Problem.DATE_RANGE),
        ("geboortedatum", "01-01-1899", Problem.DATE_RANGE),
    ],
)
def test_a_wrong_value_is_a_fault_at_its_row_and_column(column: str, value: str, problem: Problem) -> None:
    checked = check(RIGHT, {"e-mail": "b@a.nl", "studentnummer": "2", column: value})
    assert [(fault.row, fault.column, fault.problem) for fault in checked.faults] == [(3, column, problem)]
    assert len(checked.drafts) == 1


def test_nobody_stands_twice_in_a_file() -> None:
    checked = check(RIGHT, {"e-mail": "NOOR@school.nl", "studentnummer": "2"}, {"e-mail": "c@a.nl"})
    assert [(fault.row, fault.problem, fault.other) for fault in checked.faults] == [
        (3, Problem.EMAIL_TWICE, "2"),
        (4, Problem.NUMBER_TWICE, "2"),
    ]


@pytest.mark.parametrize(
    ("member", "outcome"),
    [
        (None, Outcome.NEW),
        (known(), Outcome.CHANGED),
        (known(enrolment_id=uuid4()), Outcome.PRESENT),
        (known(enrolment_id=uuid4(), has_left=True), Outcome.CHANGED),
        (known(enrolment_id=uuid4(), number=None), Outcome.CHANGED),
    ],
)
def test_what_a_row_does_depends_on_what_the_school_knows(member: Known | None, outcome: Outcome) -> None:
    around = Surroundings({"noor@school.nl": member} if member else {}, {}, {})
    found = plan(drafts(RIGHT), around, ME)
    assert [each.outcome for each in found.people] == [outcome]


@pytest.mark.parametrize(
    ("row", "around", "importer", "problem"),
    [
        ({}, Surroundings({}, {"0412345": uuid4()}, {}), ME, Problem.NUMBER_TAKEN),
        ({}, Surroundings({"noor@school.nl": known(number="9")}, {}, {}), ME, Problem.NUMBER_DIFFERS),
        ({}, Surroundings({"noor@school.nl": known(other_cohort="WW-25")}, {}, {}), ME, Problem.OTHER_COHORT),
        ({"rol": "administratie"}, NOBODY, Importer(uuid4(), False), Problem.ADMIN_ONLY),
        (
            {"rol": "beoordelaar"},
            Surroundings(
                {"noor@school.nl": known(person_id=ME.person_id, roles=frozenset({Role.SCHOOL_ADMIN}))},
                {},
                {},
            ),
            ME,
            Problem.YOURSELF,
        ),
        ({"begeleider": "wie@school.nl"}, NOBODY, ME, Problem.NO_SUCH_COACH),
        (
            {"begeleider": "jan"},
            Surroundings({}, {}, {}, {"jan": [uuid4(), uuid4()]}),
            ME,
            Problem.COACH_TWICE_NAMED,
        ),
    ],
)
def test_what_clashes_with_the_school_is_a_fault(row, around, importer, problem: Problem) -> None:
    found = plan(drafts(row), around, importer)
    assert [fault.problem for fault in found.faults] == [problem]
    assert found.people == ()


def test_every_problem_has_words() -> None:
    assert set(ROW) == set(Problem)
    assert set(FILE) == set(FileProblem)


PARTS = read_header(["roepnaam", "voornamen", "tussenvoegsel", "achternaam", "e-mail", "stamnummer"])


def in_parts(*names: str, email: str = "noor@school.nl") -> Checked:
    return check_rows(PARTS, [Row(2, (*names, email, "0412345"))], TODAY)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Noor", "Eleonora Maria", "de", "Wit"), "Noor de Wit"),
        (("", "Eleonora", "", "Wit"), "Eleonora Wit"),
        ((" Tarik ", "", " ", "Aydın"), "Tarik Aydın"),
        ((".", ".", "", "Suharto"), "Suharto"),
        (("-", "", "-", "Suharto"), "Suharto"),
    ],
)
def test_a_name_in_parts_is_said_in_the_order_of_people(parts: tuple[str, ...], name: str) -> None:
    (draft,) = in_parts(*parts).drafts
    assert (draft.name, draft.roles) == (name, {Role.STUDENT})


@pytest.mark.parametrize(
    ("parts", "column", "problem"),
    [
        (("", "", "de", "Wit"), "roepnaam", Problem.MISSING),
        (("Noor", "", "de", ""), "achternaam", Problem.MISSING),
        ((".", "", "", "."), "achternaam", Problem.MISSING),
        (("=A1", "", "", "Wit"), "roepnaam", Problem.FORMULA),
        (("N" * 150, "", "", "W" * 60), "achternaam", Problem.TOO_LONG),
    ],
)
def test_a_wrong_part_of_a_name_is_a_fault_in_its_column(parts, column: str, problem: Problem) -> None:
    checked = in_parts(*parts)
    assert [(each.column, each.problem) for each in checked.faults] == [(column, problem)]


def test_a_name_in_one_piece_does_where_its_parts_are_empty() -> None:
    header = read_header(["naam", "roepnaam", "achternaam", "e-mail", "nummer"])
    rows = [Row(2, ("Jan Smit", "", "", "j@a.nl", "1")), Row(3, ("Wit, N.", "Noor", "Wit", "n@a.nl", "2"))]
    assert [each.name for each in check_rows(header, rows, TODAY).drafts] == ["Jan Smit", "Noor Wit"]


def test_half_of_the_parts_beside_a_whole_name_are_passed_over() -> None:
    header = read_header(["naam", "achternaam", "e-mail", "nummer"])
    checked = check_rows(header, [Row(2, ("Noor de Wit", "Wit", "n@a.nl", "2"))], TODAY)
    assert [each.name for each in checked.drafts] == ["Noor de Wit"]


@pytest.mark.parametrize("written", ["31-12-2004 0:00:00", "31-12-2004 00:00", "2004-12-31T00:00:00"])
def test_a_day_that_a_system_wrote_as_a_moment(written: str) -> None:
    assert drafts({"geboortedatum": written})[0].birth_date == date(2004, 12, 31)
