"""One transaction per request or job, committed once at the edge and only on success."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from flask import Flask, Response, g, has_request_context, request

from foundation.database import db
from foundation.sqlite import only_reading, writing

Result = TypeVar("Result")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class TransactionalFlask(Flask):
    """A Flask that commits when the answer is below 400, and keeps nothing otherwise."""

    def full_dispatch_request(self) -> Response:
        if request.method in SAFE_METHODS:
            with only_reading():
                return super().full_dispatch_request()
        return super().full_dispatch_request()

    def dispatch_request(self) -> Response:
        response = self.make_response(super().dispatch_request())
        finish(success=response.status_code < 400)
        return response

    def handle_user_exception(self, error: Exception) -> Any:
        finish(success=False)
        return super().handle_user_exception(error)


def finish(*, success: bool) -> None:
    """End the transaction, then run what must survive whatever the answer was."""
    if success:
        db.session.commit()
    else:
        db.session.rollback()
    _run_survivors()


def separately(work: Callable[[], Result]) -> Result:
    """Do a short piece of work in a transaction of its own, before anything else was written."""
    db.session.rollback()
    with writing():
        result = work()
        db.session.commit()
    return result


def let_others_write() -> None:
    """End the transaction before work that takes long and writes nothing; what follows begins a new one.

    On SQLite every writer waits for the one before it. Call this before anything is written.
    """
    db.session.rollback()


def afterwards(work: Callable[[], Any]) -> None:
    """Do this in a transaction of its own after the request, whether it succeeded or was refused."""
    if has_request_context():
        g.setdefault("survivors", []).append(work)
    else:
        work()


@contextmanager
def one_transaction() -> Iterator[None]:
    """Wrap a command or a job: commit at the end, keep nothing when it fails."""
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def _run_survivors() -> None:
    for work in g.pop("survivors", []):
        separately(work)
