"""SQLite as a good host: real transactions, foreign keys, and writers that queue in order."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

# The last two measure every table that grew tenfold, by a sample. Without that SQLite cannot tell the index
# on a school from the index on a student, and reads the whole school to find one student.
PRAGMAS = (
    "busy_timeout=15000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "analysis_limit=400",
    "optimize=0x10002",
)

_reading: ContextVar[bool] = ContextVar("only_reading", default=False)


@contextmanager
def only_reading() -> Iterator[None]:
    """Begin transactions as readers: they wait for nobody. Outside, a transaction begins as a writer."""
    token = _reading.set(True)
    try:
        yield
    finally:
        _reading.reset(token)


@contextmanager
def writing() -> Iterator[None]:
    """Begin transactions as writers, also within a request that reads."""
    token = _reading.set(False)
    try:
        yield
    finally:
        _reading.reset(token)


class FairLock:
    """A lock that is given in order of asking: no sleeping, so no long tail."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._taken = False

    def acquire(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            turn = threading.Event()
            self._waiting.append(turn)
        turn.wait()

    def release(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False


def prepare(engine: sa.Engine) -> None:
    """Hang the manners on an engine: pragmas, explicit BEGIN, one writer at a time in this process."""
    if engine.dialect.name != "sqlite":
        return
    lock = FairLock()

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        if _reading.get():
            connection.exec_driver_sql("BEGIN")
            return
        lock.acquire()
        connection.info["holds_write_lock"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def _checkin(connection: Any, record: Any) -> None:
        if record.info.pop("holds_write_lock", False):
            lock.release()
