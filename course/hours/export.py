"""Hours as a file for a spreadsheet: values only, never a formula. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

import xlsxwriter

Row = Sequence[str | int | float]
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_csv(rows: Iterable[Row]) -> bytes:
    """Write rows as CSV for a Dutch spreadsheet: semicolons, decimal commas, UTF-8 with a mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[Row]) -> bytes:
    """Write rows as a workbook with one sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Uren")
        sheet.set_column(0, 3, 14)
        sheet.set_column(4, 4, 60)
        for number, row in enumerate(rows):
            _write_row(sheet, number, row)
    return out.getvalue()


def _write_row(sheet: xlsxwriter.worksheet.Worksheet, number: int, row: Row) -> None:
    for column, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(number, column, NOT_IN_XML.sub("\ufffd", cell))
        else:
            sheet.write_number(number, column, cell)


def _plain(cell: str | int | float) -> str:
    if not isinstance(cell, str):
        return str(cell).replace(".", ",")
    return f"'{cell}" if cell.lstrip(" ").startswith(STARTS_A_FORMULA) else cell
