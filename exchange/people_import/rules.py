"""From rows to people: every value checked, every fault a value. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from accounts.people.rules import normal_email
from accounts.schools.roles import Role
from enrolment.tracks import Route
from exchange.people_import.columns import Column, Header, plain
from exchange.people_import.problems import Fault, Problem
from exchange.people_import.reading import Row
from foundation.tables import FORMULA_STARTS

LONGEST = {Column.NAME: 200, Column.EMAIL: 320, Column.NUMBER: 20, Column.BIRTH_PLACE: 100}
SHOWN = 80
NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]*")
DATE_FORMATS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y")
MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")  # a day that a system wrote as a moment
NO_NAME = {".", "-"}  # what systems ask for when somebody has one name only
EARLIEST_BIRTH = date(1900, 1, 1)
BETWEEN_ROLES = re.compile(r"[/+&,;]| en | and ")
ROLES: Mapping[str, Role] = {
    plain(word): role
    for role, words in {
        Role.STUDENT: ("student", "deelnemer", "cursist", "leerling"),
        Role.COACH: ("begeleider", "coach", "slb", "mentor"),
        Role.ASSESSOR: ("beoordelaar", "assessor", "examinator"),
        Role.BOARD_MEMBER: ("examencommissie", "lid examencommissie", "board", "exam board", "board member"),
        Role.SCHOOL_ADMIN: ("administratie", "administrator", "admin", "beheerder", "school admin"),
    }.items()
    for word in words
}
ROUTES: Mapping[str, Route] = {
    plain(word): route
    for route, words in {
        Route.STUDENT: (
            "",
            "student",
            "diploma",
            "diplomaroute",
            "bol",
            "bbl",
            "regulier",
            "bol voltijd",
            "bol deeltijd",
            "bol vt",
            "bol dt",
            "bbl deeltijd",
            "bbl dt",
        ),
        Route.ZIJ_INSTROMER: (
            "zij-instromer",
            "zijinstroom",
            "derde leerweg",
            "3e leerweg",
            "ovo",
            "overig onderwijs",
            "career changer",
        ),
    }.items()
    for word in words
}


@dataclass(frozen=True)
class Draft:
    """A person as one row describes them. `coach` is an address or a name, not looked up yet."""

    row: int
    name: str
    email: str
    roles: frozenset[Role]
    number: str | None
    route: Route
    birth_date: date | None
    birth_place: str
    coach: str

    @property
    def is_student(self) -> bool:
        """Tell whether this person is enrolled in the cohort."""
        return Role.STUDENT in self.roles


@dataclass(frozen=True)
class Checked:
    """The rows that are right in themselves, and the faults of the others."""

    drafts: tuple[Draft, ...]
    faults: tuple[Fault, ...]


def check_rows(header: Header, rows: Iterable[Row], today: date) -> Checked:
    """Check every row by itself and against the rows before it."""
    drafts, faults = [], []
    for row in rows:
        checking = _Row(header, row, today)
        draft = checking.draft()
        drafts += [draft] if not checking.faults else []
        faults += checking.faults
    twice = _twice(drafts)
    clashing = {fault.row for fault in twice}
    kept = tuple(draft for draft in drafts if draft.row not in clashing)
    return Checked(kept, tuple(sorted([*faults, *twice], key=lambda fault: fault.row)))


def shown(value: str) -> str:
    """Give a value as a report may show it: short, and without signs that no page can show."""
    return "".join(sign if sign.isprintable() else "�" for sign in value)[:SHOWN]


class _Row:
    """One row while it is being checked."""

    def __init__(self, header: Header, row: Row, today: date) -> None:
        self.header, self.row, self.today = header, row, today
        self.faults: list[Fault] = []

    def draft(self) -> Draft:
        """Read every value; what is wrong lands in `faults`."""
        roles = self._roles()
        return Draft(
            row=self.row.number,
            name=self._name(),
            email=self._email(),
            roles=roles,
            number=self._number() if Role.STUDENT in roles else None,
            route=self._route(),
            birth_date=self._birth_date(),
            birth_place=self._text(Column.BIRTH_PLACE),
            coach=self._text(Column.COACH).casefold(),
        )

    def _text(self, column: Column, *, required: bool = False) -> str:
        raw = self.header.cell(self.row.cells, column)
        value = " ".join(unicodedata.normalize("NFC", raw).split(" ")).strip(" \u00a0\n\r")
        if any(unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\t\n\r" for sign in value):
            self._fault(column, Problem.UNSTORABLE)
        elif value.startswith(FORMULA_STARTS):
            self._fault(column, Problem.FORMULA)
        elif len(value) > LONGEST.get(column, 320):
            self._fault(column, Problem.TOO_LONG)
        elif not value and required:
            self._fault(column, Problem.MISSING)
        return " ".join(value.split())

    def _name(self) -> str:
        """Give the name: in one piece, or its parts in the order in which people say them."""
        last = self._part(Column.LAST) if self.header.has_parts else ""
        if not last and Column.NAME in self.header.places:
            return self._text(Column.NAME, required=True)
        first = self._part(Column.CALLED) or self._part(Column.GIVEN)
        for column, part in ((self.header.first_name, first), (Column.LAST, last)):
            if not part and not self._has_fault(column) and not self._stands(column):
                self._fault(column, Problem.MISSING)
        name = " ".join(filter(None, (first, self._part(Column.INFIX), last)))
        if not name and not self._has_fault(Column.LAST):
            self._fault(Column.LAST, Problem.MISSING)
        if len(name) > LONGEST[Column.NAME]:
            self._fault(Column.LAST, Problem.TOO_LONG)
        return name

    def _part(self, column: Column) -> str:
        return "" if self._stands(column) in NO_NAME else self._text(column)

    def _stands(self, column: Column) -> str:
        return self.header.cell(self.row.cells, column).strip()

    def _email(self) -> str:
        value = self._text(Column.EMAIL, required=True)
        if value and not self._has_fault(Column.EMAIL):
            try:
                return normal_email(value)
            except ValueError:
                self._fault(Column.EMAIL, Problem.EMAIL)
        return value

    def _number(self) -> str:
        value = self._text(Column.NUMBER, required=True)
        if value and not self._has_fault(Column.NUMBER) and not NUMBER.fullmatch(value):
            self._fault(Column.NUMBER, Problem.NUMBER)
        return value

    def _roles(self) -> frozenset[Role]:
        if not self.header.has_roles:
            return frozenset({Role.STUDENT})
        words = [plain(word) for word in BETWEEN_ROLES.split(self._text(Column.ROLE, required=True))]
        known = frozenset(ROLES[word] for word in words if word in ROLES)
        if self._has_fault(Column.ROLE):
            return frozenset()
        if len(known) == 0 or any(word not in ROLES for word in words):
            self._fault(Column.ROLE, Problem.ROLE)
        elif Role.STUDENT in known and len(known) > 1:
            self._fault(Column.ROLE, Problem.STUDENT_ALONE)
        return known

    def _route(self) -> Route:
        word = plain(self._text(Column.ROUTE))
        if word not in ROUTES:
            self._fault(Column.ROUTE, Problem.ROUTE)
        return ROUTES.get(word, Route.STUDENT)

    def _birth_date(self) -> date | None:
        value = self._text(Column.BIRTH_DATE)
        if not value or self._has_fault(Column.BIRTH_DATE):
            return None
        born = _as_date(value)
        if born is None:
            self._fault(Column.BIRTH_DATE, Problem.DATE)
        elif not EARLIEST_BIRTH <= born < self.today:
            self._fault(Column.BIRTH_DATE, Problem.DATE_RANGE)
        return born

    def _has_fault(self, column: Column) -> bool:
        return any(fault.column == column.value for fault in self.faults)

    def _fault(self, column: Column, problem: Problem) -> None:
        value = shown(self.header.cell(self.row.cells, column))
        self.faults.append(Fault(self.row.number, column.value, value, problem))


def _as_date(value: str) -> date | None:
    day = MIDNIGHT.sub("", value)
    for pattern in DATE_FORMATS:
        try:
            return datetime.strptime(day, pattern).date()  # noqa: DTZ007 - a birthday has no time zone
        except ValueError:
            continue
    return None


def _twice(drafts: Sequence[Draft]) -> list[Fault]:
    emails: dict[str, int] = {}
    numbers: dict[str, int] = {}
    faults = []
    for draft in drafts:
        first = emails.setdefault(draft.email, draft.row)
        if first != draft.row:
            faults.append(Fault(draft.row, Column.EMAIL, shown(draft.email), Problem.EMAIL_TWICE, str(first)))
        if draft.number is None:
            continue
        first = numbers.setdefault(draft.number, draft.row)
        if first != draft.row:
            faults.append(Fault(draft.row, Column.NUMBER, draft.number, Problem.NUMBER_TWICE, str(first)))
    return faults
