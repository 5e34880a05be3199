"""Serve with waitress, and answer a file that is far too big with a page instead of a broken line.

Waitress hangs up on a body above its limit while the browser still sends; the person then sees
"connection reset". Here such a body is taken in and kept nowhere, and the application says 413.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import Flask
from waitress import serve as waitress_serve
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver
from waitress.utilities import RequestEntityTooLarge

MOST_TO_TAKE_IN = 8_000_000_000


class Nowhere(BytesIO):
    """Take the bytes of a body that is refused, and keep none."""

    def append(self, data: bytes) -> None:
        """Drop what came in."""

    def __len__(self) -> int:
        return 0

    def getfile(self) -> BytesIO:
        """Give the empty file that this stays."""
        return self


class PatientParser(HTTPRequestParser):  # type: ignore[misc]
    """Hear out a request whose body is too big, so that its sender can read the answer."""

    body_rcv: Any
    error: Any

    def received(self, data: bytes) -> int:
        """Take in bytes of one request; return how many belong to it."""
        if isinstance(getattr(self.body_rcv, "buf", None), Nowhere):
            consumed = int(self.body_rcv.received(data))
            self.completed = self.body_rcv.completed
            return consumed
        consumed = int(super().received(data))
        if isinstance(self.error, RequestEntityTooLarge) and 0 < self.content_length <= MOST_TO_TAKE_IN:
            self.error, self.completed = None, False
            self.body_rcv = FixedStreamReceiver(self.content_length, Nowhere())
        return consumed


def serve(app: Flask, **options: Any) -> None:
    """Serve until stopped; a body above MAX_CONTENT_LENGTH reaches the application without its bytes."""
    HTTPChannel.parser_class = PatientParser
    waitress_serve(app, max_request_body_size=app.config["MAX_CONTENT_LENGTH"] + 1, ident=None, **options)
