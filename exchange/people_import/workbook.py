"""An XLSX file as rows of text, weighed before it is parsed: a small file can unpack to gigabytes. Pure."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from exchange.people_import.problems import FileProblem, Unreadable

MOST_UNPACKED = 40_000_000
MOST_FILES = 500
MOST_CELLS = 2_000_000
LOCAL_HEADER = 30
# A cell or row that is filled (not self-closing), with its place; the parser makes room for all before it.
PLACE = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^>]*?\br\s*=\s*["']([A-Za-z]*)(\d+)["'][^>]*(?<!/)>""")


def is_workbook(content: bytes) -> bool:
    """Tell whether these bytes are a ZIP, as every XLSX is."""
    return content.startswith(b"PK\x03\x04")


def workbook_rows(content: bytes) -> list[tuple[str, ...]]:
    """Read the first sheet as text: leading zeros of text stay, whole numbers get no decimals."""
    _weigh(content)
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, ValueError, IndexError, OSError) as fault:
        raise Unreadable(FileProblem.BROKEN) from fault
    return [tuple(_as_text(cell) for cell in cells) for cells in rows]


def _weigh(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _weigh_files(content, archive.infolist())
    except (zipfile.BadZipFile, zlib.error, OverflowError, NotImplementedError) as fault:
        raise Unreadable(FileProblem.BROKEN) from fault


def _weigh_files(content: bytes, files: list[zipfile.ZipInfo]) -> None:
    if len(files) > MOST_FILES:
        raise Unreadable(FileProblem.UNPACKS_TOO_LARGE)
    if not any(file.filename.startswith("xl/") for file in files):
        raise Unreadable(FileProblem.NOT_A_TABLE)
    room = MOST_UNPACKED
    for file in files:
        unpacked = _unpack(content, file, room)
        room -= len(unpacked)
        _refuse_far_cells(unpacked)


def _unpack(content: bytes, file: zipfile.ZipInfo, room: int) -> bytes:
    """Unpack one file of the archive up to a limit; what its header says of its size is not believed."""
    start = file.header_offset
    header = content[start : start + LOCAL_HEADER]
    if len(header) < LOCAL_HEADER:
        raise Unreadable(FileProblem.BROKEN)
    start += LOCAL_HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = content[start : start + file.compress_size]
    if file.compress_type == zipfile.ZIP_STORED:
        unpacked = packed
    elif file.compress_type == zipfile.ZIP_DEFLATED:
        unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, room + 1)
    else:
        raise Unreadable(FileProblem.BROKEN)
    if len(unpacked) > room:
        raise Unreadable(FileProblem.UNPACKS_TOO_LARGE)
    return unpacked


def _refuse_far_cells(sheet: bytes) -> None:
    """Refuse a sheet whose filled cells span a table that is too large to make."""
    places = [(_column(letters), int(row)) for letters, row in PLACE.findall(sheet)]
    in_rows = sheet.split(b"<row")
    columns = max([column for column, _ in places] + [part.count(b"<c") for part in in_rows])
    rows = max([row for _, row in places] + [len(in_rows)])
    if columns * rows > MOST_CELLS:
        raise Unreadable(FileProblem.UNPACKS_TOO_LARGE)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _as_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
