"""The texts that a refused request carried, so that nobody loses them."""

from __future__ import annotations

import re

from flask import request
from werkzeug.exceptions import HTTPException

from foundation.web.text import showable

NEVER_SHOWN_AGAIN = ("password", "csrf_token", "code", "version", "seen", "next", "language", "decision")
SHORTEST = 3
NO_WORDS = re.compile(r"[0-9a-f-]{32,}")  # ids and hashes: nobody typed them


def typed_texts() -> list[tuple[str, str]]:
    """Give back names and texts that were sent: what somebody would be sorry to type again."""
    try:
        sent = list(request.form.items(multi=True))
    except HTTPException:
        return []
    return [(name, showable(value)) for name, value in sent if _was_typed(name, value)]


def _was_typed(name: str, value: str) -> bool:
    if any(part in name for part in NEVER_SHOWN_AGAIN):
        return False
    return len(value) >= SHORTEST and not NO_WORDS.fullmatch(value)
