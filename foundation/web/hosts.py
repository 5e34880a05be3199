"""The hosts we answer to: our own, and this machine's for a health check."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, request
from flask.typing import ResponseReturnValue

THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "[::1]"})


def init_hosts(app: Flask, *, public_url: str) -> None:
    """Refuse a request for another host before anything else looks at it."""
    known = THIS_MACHINE | {urlsplit(public_url).hostname}

    @app.before_request
    def _refuse_others() -> ResponseReturnValue | None:
        host = request.host.rsplit(":", 1)[0] if not request.host.endswith("]") else request.host
        refusal = ("This host is not known here.", 400, {"Content-Type": "text/plain"})
        return None if host in known else refusal
