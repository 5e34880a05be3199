"""Study time as people write it, and as minutes. Pure."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

DECIMAL_HOURS = re.compile(r"[0-9]{1,4}([.,][0-9]{1,4})?|[.,][0-9]{1,4}")
CLOCK_HOURS = re.compile(r"([0-9]{1,4}):([0-5][0-9])")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def minutes_from(text: str) -> int | None:
    """Read "1,5", "1.5" or "1:30" as minutes; None when it is none of these."""
    if found := CLOCK_HOURS.fullmatch(text):
        return int(found[1]) * 60 + int(found[2])
    if not DECIMAL_HOURS.fullmatch(text):
        return None
    exact = Decimal(text.replace(",", ".")) * 60
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def as_typed(minutes: int) -> str:
    """Write minutes so that `minutes_from` reads exactly the same: "1,5", or "0:50" where that needs it."""
    if minutes % 3:
        return f"{minutes // 60}:{minutes % 60:02d}"
    return f"{Decimal(minutes) / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def time_from(text: str) -> time | None:
    """Read "9:30" as a time of the day; None when it is not one."""
    found = CLOCK.fullmatch(text)
    return time(int(found[1]), int(found[2])) if found else None


def day_from(text: str) -> date | None:
    """Read "2026-11-22" as a day; None when it is not one."""
    try:
        return date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None
