"""What a study hour may be: real time, in the past, not twice, not more than a person can do. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from foundation.clock import AMSTERDAM

DAY_LIMIT = 12 * 60
OLDEST = timedelta(days=366)


class Fault(enum.StrEnum):
    """Why an entry is refused."""

    NO_AMOUNT = "no_amount"
    OUT_OF_RANGE = "out_of_range"
    NO_START = "no_start"
    NO_SUCH_TIME = "no_such_time"
    TIMES_DIFFER = "times_differ"
    FUTURE = "future"
    LONG_AGO = "long_ago"
    OVERLAP = "overlap"
    DAY_FULL = "day_full"


@dataclass(frozen=True)
class Span:
    """Time on a day; with a start it also has a place on the clock."""

    day: date
    minutes: int
    started_at: datetime | None = None

    @property
    def ended_at(self) -> datetime | None:
        """Give the instant at which it ended: real time after the start, whatever the clock did."""
        return self.started_at + timedelta(minutes=self.minutes) if self.started_at else None


@dataclass(frozen=True)
class Minutes:
    """The time on one code: what counts, what of that is confirmed, and what is only proposed."""

    counted: int = 0
    confirmed: int = 0
    proposed: int = 0


@dataclass(frozen=True)
class Balance:
    """The time of one student per work process or core task code."""

    parts: Mapping[str, Minutes] = field(default_factory=dict)

    def of(self, code: str) -> Minutes:
        """Give the time on one code."""
        return self.parts.get(code, Minutes())

    @property
    def counted(self) -> int:
        """Give all minutes that were logged, asked about or confirmed."""
        return sum(part.counted for part in self.parts.values())

    @property
    def confirmed(self) -> int:
        """Give all minutes that the coach confirmed."""
        return sum(part.confirmed for part in self.parts.values())

    @property
    def proposed(self) -> int:
        """Give all minutes that wait for the student."""
        return sum(part.proposed for part in self.parts.values())


def instant(day: date, clock: time) -> datetime | None:
    """Give the instant of a Dutch clock time; None for an hour that the clock skips in spring."""
    return _at(day, clock, 0)


def elapsed(start: datetime, end: time) -> int | None:
    """Give the real minutes from an instant until the clock says `end`; None when it never does."""
    day = start.astimezone(AMSTERDAM).date()
    for candidate in (_at(day, end, 0), _at(day, end, 1), _at(day + timedelta(days=1), end, 0)):
        if candidate is not None and candidate > start:
            return int((candidate - start).total_seconds() // 60)
    return None


def measure(
    day: date,
    *,
    minutes: int | None,
    start: time | None,
    end: time | None,
    before: datetime | None = None,
) -> tuple[Span | None, list[Fault]]:
    """Make a span of what somebody typed: an amount, a start with an amount, or a start with an end.

    `before` is where the entry started until now: in the hour that comes twice in autumn, a start that
    was not touched stays the same instant.
    """
    if start is None:
        faults = [Fault.NO_START] if end else [Fault.NO_AMOUNT] if minutes is None else []
        return (None, faults) if faults or minutes is None else _bounded(Span(day, minutes))
    started_at = before if before and _reads(before, day, start) else instant(day, start)
    lasted = elapsed(started_at, end) if started_at and end else minutes
    if started_at is None or (end and lasted is None):
        return None, [Fault.NO_SUCH_TIME]
    if lasted is None:
        return None, [Fault.NO_AMOUNT]
    if minutes is not None and minutes != lasted:
        return None, [Fault.TIMES_DIFFER]
    return _bounded(Span(day, lasted, started_at))


def faults_of(span: Span, others: Iterable[Span], *, now: datetime) -> list[Fault]:
    """Give what is wrong with a span beside the other entries of this student."""
    others = list(others)
    checks = {
        Fault.FUTURE: _is_future(span, now),
        Fault.LONG_AGO: span.day < now.astimezone(AMSTERDAM).date() - OLDEST,
        Fault.OVERLAP: any(_overlap(span, other) for other in others),
        Fault.DAY_FULL: span.minutes + sum(other.minutes for other in others if other.day == span.day)
        > DAY_LIMIT,
    }
    return [fault for fault, is_so in checks.items() if is_so]


def _reads(moment: datetime, day: date, clock: time) -> bool:
    there = moment.astimezone(AMSTERDAM)
    return (there.date(), there.hour, there.minute) == (day, clock.hour, clock.minute)


def _bounded(span: Span) -> tuple[Span | None, list[Fault]]:
    return (span, []) if 1 <= span.minutes <= DAY_LIMIT else (None, [Fault.OUT_OF_RANGE])


def _is_future(span: Span, now: datetime) -> bool:
    if span.day > now.astimezone(AMSTERDAM).date():
        return True
    return span.ended_at is not None and span.ended_at > now


def _overlap(one: Span, other: Span) -> bool:
    if not (one.started_at and one.ended_at and other.started_at and other.ended_at):
        return False
    return one.started_at < other.ended_at and other.started_at < one.ended_at


def _at(day: date, clock: time, fold: int) -> datetime | None:
    found = datetime.combine(day, clock.replace(fold=fold), AMSTERDAM).astimezone(UTC)
    same = found.astimezone(AMSTERDAM).replace(tzinfo=None, fold=0)
    return found if same == datetime.combine(day, clock) else None
