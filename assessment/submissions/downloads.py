"""Files of frozen work as downloads: never opened inside a page of ours."""

from __future__ import annotations

from flask import Response
from werkzeug.utils import secure_filename

from foundation.errors import Unknown
from foundation.storage.actions import give

SANDBOX = "default-src 'none'; sandbox"


def as_attachment(sha256: str, *, name: str, content_type: str) -> Response:
    """Send the bytes with this hash as a file to keep; whatever they hold, the browser runs nothing."""
    try:
        content = give(sha256)
    except FileNotFoundError as gone:
        raise Unknown() from gone
    response = Response(content, content_type=content_type or "application/octet-stream")
    response.headers.set("Content-Disposition", "attachment", filename=secure_filename(name) or "bestand")
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
