"""Weeks from Monday to Sunday, time per week, and when the norm is reached. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

WEEK = re.compile(r"(20[0-9]{2})-W([0-9]{2})")
SEVEN_DAYS = timedelta(days=7)
PACE_OVER = 4  # weeks
ENOUGH_WEEKS = 2  # of those, with time in them


@dataclass(frozen=True, order=True)
class Week:
    """A week by its Monday."""

    monday: date

    @property
    def sunday(self) -> date:
        """Give the last day."""
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Give the seven days."""
        return tuple(self.monday + timedelta(days=number) for number in range(7))

    @property
    def number(self) -> int:
        """Give the ISO number."""
        return self.monday.isocalendar().week

    @property
    def code(self) -> str:
        """Write the week as "2026-W47"."""
        year, number, _day = self.monday.isocalendar()
        return f"{year}-W{number:02d}"

    def moved(self, weeks: int) -> Week:
        """Give the week so many weeks later, or earlier."""
        return Week(self.monday + weeks * SEVEN_DAYS)


@dataclass(frozen=True)
class Column:
    """One week in the chart: minutes per code, in the order of the codes."""

    week: Week
    minutes: tuple[int, ...]

    @property
    def total(self) -> int:
        """Add the week up."""
        return sum(self.minutes)


@dataclass(frozen=True)
class Forecast:
    """When the norm is reached at this pace (minutes per week)."""

    pace: int
    ready_on: date


def week_of(day: date) -> Week:
    """Give the week a day is in."""
    return Week(day - timedelta(days=day.weekday()))


def week_from(text: str | None) -> Week | None:
    """Read "2026-W47"; None when it is no week."""
    found = WEEK.fullmatch(text or "")
    try:
        return Week(date.fromisocalendar(int(found[1]), int(found[2]), 1)) if found else None
    except ValueError:
        return None


def columns(
    per_day: Mapping[tuple[date, str], int], codes: Sequence[str], *, until: Week, count: int
) -> list[Column]:
    """Add time up per week for the last `count` weeks."""
    sums: dict[tuple[Week, str], int] = {}
    for (day, code), minutes in per_day.items():
        sums[week_of(day), code] = sums.get((week_of(day), code), 0) + minutes
    weeks = [until.moved(-back) for back in reversed(range(count))]
    return [Column(week, tuple(sums.get((week, code), 0) for code in codes)) for week in weeks]


def forecast(per_day: Mapping[tuple[date, str], int], *, to_go: int, today: date) -> Forecast | None:
    """Tell when it is done at the pace of the last four weeks; None when there is too little to go by."""
    since = today - PACE_OVER * SEVEN_DAYS
    recent = {key: minutes for key, minutes in per_day.items() if since < key[0] <= today}
    busy_weeks = {(today - day).days // 7 for day, _code in recent}
    pace = sum(recent.values()) // PACE_OVER
    if to_go <= 0 or len(busy_weeks) < ENOUGH_WEEKS or pace <= 0:
        return None
    days = ceil(to_go * 7 / pace)
    return Forecast(pace, today + timedelta(days=days)) if days < 3650 else None
