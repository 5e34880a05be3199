"""The name of a file as a title: never as a path. Pure."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
TURNS_TEXT = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff")
NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|;%\x00-\x1f]+')


def split_name(name: str) -> tuple[str, str]:
    """Give title and extension (in small letters) of what a browser calls a file."""
    last = re.split(r"[\\/]", name)[-1]
    readable = "".join(each for each in unicodedata.normalize("NFC", last) if _is_readable(each))
    stem, dot, extension = " ".join(readable.split()).rpartition(".")
    if not dot:
        stem, extension = extension, ""
    return stem.strip(" .")[:LONGEST].strip() or "Bestand", extension.strip().lower()


def download_name(title: str, extension: str) -> str:
    """Give the name under which a file is downloaded."""
    return f"{NOT_IN_FILE_NAMES.sub('-', title).strip(' .-')[:LONGEST] or 'bestand'}.{extension}"


def _is_readable(character: str) -> bool:
    return character not in TURNS_TEXT and unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn"}
