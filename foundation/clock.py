"""The one clock of the product: UTC instants, days in the Netherlands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_set_to: ContextVar[datetime | None] = ContextVar("clock_set_to", default=None)


def now() -> datetime:
    """Give the present instant, in UTC."""
    return _set_to.get() or datetime.now(UTC)


def today() -> date:
    """Give the present day in Europe/Amsterdam, where terms and deadlines live."""
    return local(now()).date()


def local(instant: datetime) -> datetime:
    """Put an instant on the clock of Europe/Amsterdam."""
    return instant.astimezone(AMSTERDAM)


@contextmanager
def standing_at(instant: datetime) -> Iterator[None]:
    """Stand still at one instant: for tests, and for the history of the demo school."""
    token = _set_to.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _set_to.reset(token)
