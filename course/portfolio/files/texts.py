"""Plain text: readable, and written as UTF-8. Pure."""

from __future__ import annotations

import unicodedata

from course.portfolio.files.errors import OtherContent


def clean_text(content: bytes) -> bytes:
    """Give text as UTF-8; refuse what is no text."""
    text = _read(content)
    if any(unicodedata.category(each) == "Cc" and each not in "\n\r\t\x0c" for each in text):
        raise OtherContent()
    return text.encode()


def _read(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise OtherContent()
