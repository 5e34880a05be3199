"""Sending a kept file: always as a download, under our own name and content type, in a sandbox."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response
from werkzeug.http import dump_options_header

from course.portfolio.files.kinds import BY_TYPE
from course.portfolio.files.names import download_name
from foundation.errors import Unknown
from foundation.storage.actions import give

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def as_download(*, title: str, sha256: str | None, content_type: str) -> Response:
    """Give the bytes of a kept file to who may have them; ask that question before."""
    kind = BY_TYPE.get(content_type)
    if sha256 is None or kind is None:
        raise Unknown()
    name = download_name(title, kind.extension)
    response = Response(_bytes(sha256), content_type=content_type)
    plain = name.encode("ascii", "replace").decode().replace("?", "-")
    options = {"filename": plain} if plain == name else {"filename": plain, "filename*": _extended(name)}
    response.headers["Content-Disposition"] = dump_options_header("attachment", options)
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _bytes(sha256: str) -> bytes:
    try:
        return give(sha256)
    except FileNotFoundError as gone:
        raise Unknown() from gone


def _extended(name: str) -> str:
    return f"UTF-8''{quote(name, safe='')}"
