"""When a group works on which module: a first and a last day, each of which may be open. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Period:
    """The days of one module."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it; a period without days holds none."""
        if self.first is None and self.last is None:
            return False
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def read_periods(stored: Mapping[str, Any]) -> dict[str, Period]:
    """Read what a cohort keeps, by the code of the module."""
    return {code: Period(*(_day(each) for each in days)) for code, days in stored.items()}


def write_periods(periods: Mapping[str, Period]) -> dict[str, list[str | None]]:
    """Write periods down as a cohort keeps them; without days there is nothing to keep."""
    return {
        code: [day.isoformat() if day else None for day in (each.first, each.last)]
        for code, each in sorted(periods.items())
        if each != Period()
    }


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
