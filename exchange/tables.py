"""Tables as files: CSV and XLSX in which no cell is ever a formula, and every value comes back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from flask import Response

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
OFF = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Rows = Iterable[Sequence[str]]


def as_csv(rows: Rows) -> bytes:
    """Write rows as Excel in the Netherlands opens them: with a BOM and semicolons."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Rows, *, sheet_name: str) -> bytes:
    """Write rows as text cells of one sheet."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OFF) as book:
        sheet = book.add_worksheet(sheet_name[:31])
        text = book.add_format({"num_format": "@"})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, cell, text)
    return target.getvalue()


def download(content: bytes, *, name: str, kind: str) -> Response:
    """Answer with a file to keep."""
    answer = Response(content, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would calculate; our import takes it away again."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
