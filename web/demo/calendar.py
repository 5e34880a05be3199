"""Days and hours of the demo, counted back from the day on which it is loaded. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from foundation.clock import AMSTERDAM

SATURDAY = 5
WEEK = timedelta(weeks=1)
MIDNIGHT = time(23, 59, 59)


@dataclass(frozen=True)
class Calendar:
    """Working days in Europe/Amsterdam around `today`."""

    today: date

    def before(self, working_days: int) -> date:
        """Give the day that lies this many working days before today."""
        day = self.today
        for _each in range(working_days):
            day = working_day(day - timedelta(days=1))
        return day

    def monday(self, weeks_ago: int) -> date:
        """Give the Monday of the week that lies this many weeks back; 0 is the present week."""
        return self.today - timedelta(days=self.today.weekday()) - weeks_ago * WEEK

    def deadline_in(self, days: int) -> datetime:
        """Give the last second of a working day, at least this many days ahead."""
        day = self.today + timedelta(days=days)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
        return datetime.combine(day, MIDNIGHT, AMSTERDAM).astimezone(UTC)


def working_day(day: date) -> date:
    """Give this day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def days_later(day: date, working_days: int) -> date:
    """Give the day that lies this many working days later."""
    for _each in range(working_days):
        day += timedelta(days=1)
        while day.weekday() >= SATURDAY:
            day += timedelta(days=1)
    return day


def day_of(start: date, week: int, weekday: int = 3) -> date:
    """Give a day of a course week: week 1 begins at `start`, weekday 0 is Monday."""
    return start + (week - 1) * WEEK + timedelta(days=weekday)


def every(first: date, last: date, *, days: int) -> list[date]:
    """Give days at this distance from each other."""
    found, day = [], first
    while day <= last:
        found.append(day)
        day += timedelta(days=days)
    return found


def between(first: date, last: date, percent: float) -> date:
    """Give the working day at this part of a period; above 100 it lies after it."""
    return working_day(first + timedelta(days=round((last - first).days * percent / 100)))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Give the instant of a clock time in Amsterdam; minutes run on into the next hour."""
    return (datetime.combine(day, time(hour), AMSTERDAM) + timedelta(minutes=minute)).astimezone(UTC)
