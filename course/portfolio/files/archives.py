"""Office documents are archives: looked through within bounds, and written anew part by part. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from course.portfolio.files.errors import Bomb, Outside, Protected, Unreadable

MOST_ENTRIES = 2000
MOST_UNPACKED = 100_000_000
MOST_RATIO = 100
IS_LINK = 0o120000
PACKED_AS = frozenset({ZIP_STORED, ZIP_DEFLATED})  # as every program packs a document
THEN = (1980, 1, 1, 0, 0, 0)
# What the reader of archives raises over a damaged file, or over one that asks for a later ZIP than it knows.
DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError)
Clean = Callable[[str, bytes], "bytes | None"]


def rewritten(content: bytes, clean: Clean) -> bytes:
    """Write an archive anew: each part as `clean` gives it back, or left out when that is None."""
    result = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as source, ZipFile(result, "w", ZIP_DEFLATED) as target:
            _refuse_unsafe(source, len(content))
            for name, part in _parts(source):
                cleaned = clean(name, part)
                if cleaned is not None:
                    target.writestr(_entry(name), cleaned)
    except DAMAGED as fault:
        raise Unreadable() from fault
    return result.getvalue()


def unpacked(content: bytes, *, most: int = MOST_UNPACKED) -> dict[str, bytes]:
    """Give the parts of an archive by name, within bounds."""
    try:
        with ZipFile(BytesIO(content)) as source:
            _refuse_unsafe(source, len(content), most=most)
            return dict(_parts(source, most=most))
    except DAMAGED as fault:
        raise Unreadable() from fault


def names_in(content: bytes) -> set[str]:
    """Give the names of the parts, without unpacking any."""
    try:
        with ZipFile(BytesIO(content)) as source:
            return set(source.namelist())
    except DAMAGED as fault:
        raise Unreadable() from fault


def _refuse_unsafe(source: ZipFile, packed: int, *, most: int = MOST_UNPACKED) -> None:
    entries = source.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or size > most or size > MOST_RATIO * max(packed, 1):
        raise Bomb()
    if len({entry.filename for entry in entries}) != len(entries):
        raise Bomb()
    if any(entry.compress_type not in PACKED_AS for entry in entries):
        raise Unreadable()
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise Protected()
        if _leaves_its_folder(entry):
            raise Outside()


def _leaves_its_folder(entry: ZipInfo) -> bool:
    name = entry.filename
    if not name or name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        return True
    return (entry.external_attr >> 16) & 0o170000 == IS_LINK


def _parts(source: ZipFile, *, most: int = MOST_UNPACKED) -> Iterator[tuple[str, bytes]]:
    """Read no more than the sizes promise, whatever the bytes do."""
    left = most
    for entry in source.infolist():
        if entry.is_dir():
            continue
        with source.open(entry) as part:
            content = part.read(min(entry.file_size, left) + 1)
        left -= len(content)
        if left < 0 or len(content) > entry.file_size:
            raise Bomb()
        yield entry.filename, content


def _entry(name: str) -> ZipInfo:
    """Make an entry without a time or a computer; the type of an OpenDocument stands unpacked."""
    entry = ZipInfo(name, THEN)
    entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
    return entry
