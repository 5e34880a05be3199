"""A file as rows of text: CSV in any usual spelling, or XLSX. Pure."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from collections import Counter
from dataclasses import dataclass

from exchange.people_import.columns import names_columns
from exchange.people_import.problems import FileProblem, Unreadable
from exchange.people_import.workbook import is_workbook, workbook_rows
from foundation.tables import as_typed

MOST_BYTES = 5_000_000
MOST_ROWS = 20_000
MOST_CELLS = 200
MOST_ABOVE = 10
NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<!DO", b"<htm", b"{\\rt")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
DELIMITERS = (";", ",", "\t")
LEAST_SIGNS = 2  # between the three columns that are always there


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file; `number` counts from 1, as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The row with the names of the columns, and the rows below that hold something."""

    header: Row
    rows: tuple[Row, ...]


def read(content: bytes) -> Sheet:
    """Read a file; raise Unreadable, with the reason, when it is no table that we can use."""
    if not content.strip():
        raise Unreadable(FileProblem.EMPTY)
    if len(content) > MOST_BYTES:
        raise Unreadable(FileProblem.TOO_LARGE)
    if content.startswith(OLD_EXCEL):
        raise Unreadable(FileProblem.OLD_EXCEL)
    if content.startswith(NOT_TABLES):
        raise Unreadable(FileProblem.NOT_A_TABLE)
    table = workbook_rows(content) if is_workbook(content) else _csv_rows(_as_text(content))
    filled = [Row(number, cells) for number, cells in enumerate(table, start=1) if any(map(str.strip, cells))]
    if not filled:
        raise Unreadable(FileProblem.EMPTY)
    if len(filled) - 1 > MOST_ROWS:
        raise Unreadable(FileProblem.TOO_MANY_ROWS)
    named = _row_of_names(filled)
    if len(filled) == named + 1:
        raise Unreadable(FileProblem.NO_ROWS)
    return Sheet(filled[named], tuple(filled[named + 1 :]))


def _row_of_names(filled: list[Row]) -> int:
    """Find the names of the columns below the title that some systems put above them."""
    above = enumerate(filled[:MOST_ABOVE])
    return next((place for place, row in above if names_columns(row.cells)), 0)


def _as_text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Some systems put the sign of UTF-8 before what is none.
        return _decoded(content.removeprefix(BOM_UTF8), "windows-1252")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Unreadable(FileProblem.LETTERS) from fault


def _csv_rows(text: str) -> list[tuple[str, ...]]:
    delimiter, text = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[str, ...]] = []
    try:
        for cells in reader:
            rows.append(tuple(as_typed(cell) for cell in cells[:MOST_CELLS]))
    except csv.Error as fault:
        raise Unreadable(FileProblem.QUOTES, str(len(rows) + 1)) from fault
    return rows


def _delimiter(text: str) -> tuple[str, str]:
    """Give the sign between cells: what Excel says in `sep=`, else the commonest where there are columns."""
    filled = [line for line in text.splitlines() if line.strip()][:MOST_ABOVE]
    first = next(iter(filled), "")
    if first.lower().startswith("sep=") and first[4:5] in DELIMITERS:
        # The line stays, empty, so that rows keep the numbers that a spreadsheet shows.
        return first[4], text.replace(first, "", 1)
    tables = [line for line in filled if _most_signs(line) >= LEAST_SIGNS]
    counted = Counter(_outside_quotes(next(iter(tables), first)))
    return max(DELIMITERS, key=lambda sign: counted[sign]), text


def _most_signs(line: str) -> int:
    counted = Counter(_outside_quotes(line))
    return max(counted[sign] for sign in DELIMITERS)


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])
