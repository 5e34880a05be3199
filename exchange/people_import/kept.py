"""What is kept of a file: only the columns that we use, since a list of a school holds far more. Pure."""

from __future__ import annotations

from exchange.people_import.columns import Header
from exchange.people_import.reading import Row, Sheet
from foundation.tables import as_csv


def to_keep(content: bytes, sheet: Sheet, header: Header) -> bytes:
    """Give the file as it came, or without the columns that we do not use; every row keeps its number."""
    places = sorted(header.places.values())
    rows = {row.number: row for row in (sheet.header, *sheet.rows)}
    if max(len(row.cells) for row in rows.values()) <= len(places):
        return content
    blank = Row(0, ())
    numbers = range(1, max(rows) + 1)
    return as_csv([_cells(rows.get(number, blank), places) for number in numbers])


def _cells(row: Row, places: list[int]) -> list[str]:
    return [row.cells[place] for place in places if place < len(row.cells)]
