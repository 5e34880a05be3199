"""Deadlines on the two days on which the clock changes, and on all others."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from enrolment.rules import next_due
from enrolment.times import NoSuchTime, last_instant

SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("day", "at", "instant"),
    [
        (date(2026, 11, 27), time(23, 59), datetime(2026, 11, 27, 22, 59, tzinfo=UTC)),
        (date(2026, 7, 1), time(23, 59), datetime(2026, 7, 1, 21, 59, tzinfo=UTC)),
        (SPRING, time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (SPRING, time(3, 0), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (SPRING, time(23, 59), datetime(2027, 3, 28, 21, 59, tzinfo=UTC)),
        (AUTUMN, time(1, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (AUTUMN, time(2, 30), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (AUTUMN, time(23, 59), datetime(2026, 10, 25, 22, 59, tzinfo=UTC)),
    ],
)
def test_a_deadline_is_one_instant(day: date, at: time, instant: datetime) -> None:
    assert last_instant(day, at) == instant


@pytest.mark.parametrize("minute", [0, 30, 59])
def test_a_time_that_the_clock_skips_is_refused(minute: int) -> None:
    with pytest.raises(NoSuchTime):
        last_instant(SPRING, time(2, minute))


NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_the_next_work_counts_extensions_and_what_was_handed_in() -> None:
    deadlines = {"W1": NOW - DAY, "W2": NOW + 2 * DAY, "W3": NOW + 9 * DAY}
    due = next_due(deadlines, {}, set(), NOW, knows_submissions=True)
    assert (due.work_process, due.is_past, due.is_extended) == ("W1", True, False)
    due = next_due(deadlines, {"W1": NOW + DAY}, set(), NOW, knows_submissions=True)
    assert (due.work_process, due.at, due.is_past, due.is_extended) == ("W1", NOW + DAY, False, True)
    assert next_due(deadlines, {}, {"W1", "W2"}, NOW, knows_submissions=True).work_process == "W3"
    assert next_due(deadlines, {}, set(), NOW, knows_submissions=False).work_process == "W2"
    assert next_due(deadlines, {}, set(deadlines), NOW, knows_submissions=True) is None


def test_a_deadline_is_past_only_after_its_instant() -> None:
    at = {"W1": NOW}
    second = timedelta(seconds=1)
    past = [
        next_due(at, {}, set(), NOW + step, knows_submissions=True).is_past
        for step in (-second, 0 * second, second)
    ]
    assert past == [False, False, True]
