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
    CALLED = "roepnaam"
    GIVEN = "voornaam"
    INFIX = "voorvoegsel"
    LAST = "achternaam"


OWN = tuple(Column)[:8]  # the columns of our own files: a name in one piece
REQUIRED = (Column.EMAIL, Column.NUMBER)
LEAST_KNOWN = 2  # a row with this many of our columns is the one that names them
SPELLINGS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("naam", "name", "volledige naam", "full name", "studentnaam", "deelnemer"),
    Column.EMAIL: ("e-mail", "email", "mail", "e-mailadres", "emailadres", "mailadres", "e-mail address",
                   "e-mail school", "e-mailadres school", "school e-mail", "schoolmail", "e-mail instelling",
                   "e-mailadres instelling"),
    Column.NUMBER: ("studentnummer", "nummer", "student number", "studentnr", "nr", "leerlingnummer",
                    "deelnemernummer", "student id", "number", "stamnummer", "stamnr", "leerlingnr",
                    "deelnemernr", "studentnummer instelling"),
    Column.ROLE: ("rol", "role", "functie", "rollen", "roles"),
    Column.ROUTE: ("route", "leerroute", "leerweg", "track"),
    Column.BIRTH_DATE: ("geboortedatum", "birth date", "date of birth", "geb datum", "birthday", "geboren"),
    Column.BIRTH_PLACE: ("geboorteplaats", "birth place", "place of birth", "geb plaats"),
    Column.COACH: ("begeleider", "coach", "slb", "slber", "mentor", "docent", "e-mail begeleider",
                   "e-mail mentor", "e-mail slb"),
    Column.CALLED: ("roepnaam", "first name", "preferred name"),
    Column.GIVEN: ("voornaam", "voornamen", "eerste voornaam", "given name", "given names"),
    Column.INFIX: ("voorvoegsel", "voorvoegsels", "tussenvoegsel", "tussenvoegsels", "tussenv", "tv", "infix",
                   "voorvoegsel achternaam", "tussenvoegsel achternaam"),
    Column.LAST: ("achternaam", "familienaam", "last name", "surname", "family name"),
}  # fmt: skip


@dataclass(frozen=True)
class Header:
    """Where our columns are, and the names of those we do not use."""

    places: Mapping[Column, int]
    unused: tuple[str, ...]

    @property
    def has_roles(self) -> bool:
        """Tell whether the file says who is what; a list of a school system holds students only."""
        return Column.ROLE in self.places

    @property
    def has_parts(self) -> bool:
        """Tell whether a name stands in parts, of which first and last are needed."""
        return _has_parts(self.places)

    @property
    def first_name(self) -> Column:
        """Give the column of first names that this file has."""
        return Column.CALLED if Column.CALLED in self.places else Column.GIVEN

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
            unused += [_short(cell)] if cell.strip() else []
        elif column in places:
            raise Unreadable(FileProblem.COLUMN_TWICE, f"{_short(cells[places[column]])}, {_short(cell)}")
        else:
            places[column] = place
    if not places:
        raise Unreadable(FileProblem.NO_HEADER)
    if missing := [*_missing_of_name(places), *(each for each in REQUIRED if each not in places)]:
        raise Unreadable(FileProblem.COLUMN_MISSING, ", ".join(missing))
    return Header(places, tuple(unused))


def names_columns(cells: Sequence[str]) -> bool:
    """Tell whether this row names the columns, and is no title above them."""
    return len({_KNOWN[plain(cell)] for cell in cells if plain(cell) in _KNOWN}) >= LEAST_KNOWN


def plain(text: str) -> str:
    """Write a word without case, accents, spaces and signs, to compare it."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^a-z0-9]", "", bare)


def _missing_of_name(places: Mapping[Column, int]) -> list[Column]:
    """A name comes in one piece or in parts."""
    if Column.NAME in places or _has_parts(places):
        return []
    if Column.LAST in places:
        return [Column.CALLED]
    return [Column.LAST] if places.keys() & {Column.CALLED, Column.GIVEN} else [Column.NAME]


def _has_parts(places: Mapping[Column, int]) -> bool:
    return Column.LAST in places and bool(places.keys() & {Column.CALLED, Column.GIVEN})


def _short(cell: str) -> str:
    return cell.strip()[:60]


_KNOWN = {plain(word): column for column, words in SPELLINGS.items() for word in words}
