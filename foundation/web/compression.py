"""Smaller answers over the wire: pages and JSON are gzipped when the browser takes it."""

from __future__ import annotations

import gzip

from flask import Flask, Response, request

COMPRESSED = frozenset({"text/html", "application/json", "text/csv", "image/svg+xml"})
SMALLEST = 1_000
LEVEL = 5


def init_compression(app: Flask) -> None:
    """Compress answers on their way out.

    The token in our forms cannot be guessed from their size: the cookie is SameSite=Lax, so another site
    cannot ask for our pages over and over in somebody's name.
    """

    @app.after_request
    def _compress(response: Response) -> Response:
        response.vary.add("Accept-Encoding")
        if _is_worth_it(response) and request.accept_encodings.best_match(["gzip"]):
            response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
            response.content_encoding = "gzip"
        return response


def _is_worth_it(response: Response) -> bool:
    return (
        response.mimetype in COMPRESSED
        and not response.direct_passthrough
        and not response.is_streamed
        and not response.content_encoding
        and (response.content_length or 0) > SMALLEST
    )
