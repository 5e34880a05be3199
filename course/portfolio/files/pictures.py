"""Pictures inside documents: what is not picture is cut out of the bytes, without decoding. Pure."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from course.portfolio.files.errors import Unreadable

# Application data (EXIF, XMP, IPTC) and remarks; APP0, APP2 and APP14 tell how to show it, and stay.
CUT_SEGMENTS = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})
CUT_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
PNG = b"\x89PNG\r\n\x1a\n"


def without_metadata(content: bytes) -> bytes:
    """Give a JPEG or PNG without metadata; anything else comes back as it is."""
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return b"".join(_jpeg(content))
        if content.startswith(PNG):
            return PNG + b"".join(_png(content))
    except (struct.error, IndexError) as fault:
        raise Unreadable() from fault
    return content


def _jpeg(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at = 2
    while content[at] == 0xFF and content[at + 1] != 0xDA:
        if content[at + 1] == 0xFF:  # a fill byte
            at += 1
            continue
        (size,) = struct.unpack(">H", content[at + 2 : at + 4])
        if content[at + 1] not in CUT_SEGMENTS:
            yield content[at : at + 2 + size]
        at += 2 + size
    if content[at] != 0xFF:
        raise Unreadable()
    end = content.rfind(b"\xff\xd9")
    yield content[at : end + 2] if end > at else content[at:]


def _png(content: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        kind = content[at + 4 : at + 8]
        if kind not in CUT_CHUNKS:
            yield content[at : at + 12 + size]
        at += 12 + size
        if kind == b"IEND":
            return
