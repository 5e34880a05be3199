"""The texts that a refused request carried, so that nobody loses them."""

from __future__ import annotations

from flask import request
from werkzeug.exceptions import HTTPException

from foundation.web.text import showable

NEVER_SHOWN_AGAIN = ("password", "csrf_token", "code", "version")
SHORTEST = 20


def typed_texts() -> list[tuple[str, str]]:
    """Give back names and texts that were sent: what somebody would be sorry to type again."""
    try:
        sent = list(request.form.items(multi=True))
    except HTTPException:
        return []
    return [
        (name, showable(value))
        for name, value in sent
        if len(value) > SHORTEST and not any(part in name for part in NEVER_SHOWN_AGAIN)
    ]
