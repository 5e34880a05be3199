"""Deadlines on the clock of Europe/Amsterdam, right on the days that the clock changes. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from foundation.clock import AMSTERDAM

END_OF_DAY = time(23, 59)


class NoSuchTime(ValueError):
    """The clock skips this time on this day (the last Sunday of March, 2:00 to 3:00)."""


def last_instant(day: date, at: time = END_OF_DAY) -> datetime:
    """Give the instant of a deadline, in UTC; of an hour that comes twice, the later one counts."""
    instant = datetime.combine(day, at, AMSTERDAM).replace(fold=1).astimezone(UTC)
    if instant.astimezone(AMSTERDAM).time().replace(tzinfo=None) != at:
        raise NoSuchTime(f"{day} {at}")
    return instant
