"""Tables as files: CSV and XLSX without a formula, and every value comes back as it was. Pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
OFF = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
Cell = str | int | float
Rows = Iterable[Sequence[Cell]]


def as_csv(rows: Rows) -> bytes:
    """Write rows as Excel in the Netherlands opens them: a BOM, semicolons, decimal commas."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Rows, *, sheet_name: str, widths: Sequence[int] = ()) -> bytes:
    """Write rows on one sheet: numbers as numbers, all else as text; `widths` of the first columns."""
    import xlsxwriter  # here: two megabytes that most processes never need

    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OFF) as book:
        sheet = book.add_worksheet(sheet_name[:31])
        text = book.add_format({"num_format": "@"})
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, NOT_IN_XML.sub("\ufffd", cell), text)
                else:
                    sheet.write_number(number, column, cell)
    return target.getvalue()


def as_typed(cell: str) -> str:
    """Take away the apostrophe that `as_csv` put before what a spreadsheet would calculate."""
    return cell[1:] if cell[:1] == "'" and _would_change(cell[1:]) else cell


def _written(cell: Cell) -> str:
    if not isinstance(cell, str):
        return str(cell).replace(".", ",")
    return f"'{cell}" if _would_change(cell) else cell


def _would_change(cell: str) -> bool:
    """Tell whether a spreadsheet calculates this, or we would take a sign from it when it comes back."""
    return cell.lstrip(" ").startswith(FORMULA_STARTS) or cell.startswith("'")
