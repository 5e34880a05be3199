"""Which column is which, however it is spelled. Pure."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exchange.people_import.problems import FileProblem, Unreadable


class Column(enum.StrEnum):
    """A column that we use; the value is its name in our own files."""

    NAME = "naam"
    EMAIL = "e-mail"
    NUMBER = "studentnummer"
    ROLE = "rol"
    ROUTE = "route"
    BIRTH_DATE = "geboortedatum"
    BIRTH_PLACE = "geboorteplaats"
    COACH = "begeleider"


REQUIRED = (Column.NAME, Column.EMAIL, Column.NUMBER, Column.ROLE)
SPELLINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("naam", "name", "volledige naam", "full name", "studentnaam", "deelnemer"),
    Column.EMAIL: ("e-mail", "email", "mail", "e-mailadres", "emailadres", "mailadres", "e-mail address"),
    Column.NUMBER: ("studentnummer", "nummer", "student number", "studentnr", "nr", "leerlingnummer",
                    "deelnemernummer", "student id", "number"),
    Column.ROLE: ("rol", "role", "functie", "rollen", "roles"),
    Column.ROUTE: ("route", "leerroute", "leerweg", "track"),
    Column.BIRTH_DATE: ("geboortedatum", "birth date", "date of birth", "geb datum", "birthday", "geboren"),
    Column.BIRTH_PLACE: ("geboorteplaats", "birth place", "place of birth", "geb plaats"),
    Column.COACH: ("begeleider", "coach", "slb", "slber", "mentor", "docent", "e-mail begeleider"),
}  # fmt: skip


@dataclass(frozen=True)
class Header:
    """Where our columns are, and the names of those we do not use."""

    places: Mapping[Column, int]
    unused: tuple[str, ...]

    def cell(self, cells: Sequence[str], column: Column) -> str:
        """Give the text of a column in a row; empty when the row is short."""
        place = self.places.get(column)
        return cells[place] if place is not None and place < len(cells) else ""


def read_header(cells: Sequence[str]) -> Header:
    """Recognise the columns of the first row; raise Unreadable when one is missing or there twice."""
    places: dict[Column, int] = {}
    unused = []
    for place, cell in enumerate(cells):
        column = _KNOWN.get(plain(cell))
        if column is None:
            unused += [cell.strip()[:60]] if cell.strip() else []
        elif column in places:
            raise Unreadable(FileProblem.COLUMN_TWICE, column.value)
        else:
            places[column] = place
    if not places:
        raise Unreadable(FileProblem.NO_HEADER)
    if missing := [column for column in REQUIRED if column not in places]:
        raise Unreadable(FileProblem.COLUMN_MISSING, ", ".join(missing))
    return Header(places, tuple(unused))


def plain(text: str) -> str:
    """Write a word without case, accents, spaces and signs, to compare it."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9]", "", bare)


_KNOWN = {plain(word): column for column, words in SPELLINGS.items() for word in words}
