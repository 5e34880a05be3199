"""Study hours are real time: no future, never twice, right on both days the clock changes (P19, P57)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from course.hours.rules import (
    DAY_LIMIT,
    Balance,
    Fault,
    Minutes,
    Span,
    elapsed,
    faults_of,
    instant,
    measure,
)
from foundation.clock import AMSTERDAM

AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)
DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
clocks = st.times().map(lambda each: each.replace(second=0, microsecond=0))
minutes = st.integers(1, DAY_LIMIT)
starts = st.integers(0, 50 * 24 * 60).map(
    lambda after: datetime(2026, 10, 1, tzinfo=UTC) + timedelta(minutes=after)
)
spans = st.builds(
    lambda start, length: Span(start.astimezone(AMSTERDAM).date(), length, start), starts, minutes
)


def measured(day: date, *, start: str, end: str) -> int:
    span, faults = measure(day, minutes=None, start=time.fromisoformat(start), end=time.fromisoformat(end))
    assert not faults
    assert span is not None
    return span.minutes


def test_in_the_night_that_the_clock_goes_back_an_hour_counts_twice() -> None:
    assert measured(AUTUMN, start="01:30", end="03:30") == 180


def test_in_the_night_that_the_clock_goes_forward_an_hour_is_missing() -> None:
    assert measured(SPRING, start="01:30", end="03:30") == 60


def test_on_another_day_it_is_what_the_clock_says() -> None:
    assert measured(DAY, start="01:30", end="03:30") == 120
    assert measured(DAY, start="22:30", end="01:00") == 150


def test_a_time_that_the_clock_skips_is_refused() -> None:
    assert measure(SPRING, minutes=60, start=time(2, 30), end=None) == (None, [Fault.NO_SUCH_TIME])


def test_a_start_in_the_double_hour_stays_where_it_was() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 for the second time
    kept, _ = measure(AUTUMN, minutes=30, start=time(2, 30), end=None, before=second)
    fresh, _ = measure(AUTUMN, minutes=30, start=time(2, 30), end=None)
    assert kept is not None
    assert fresh is not None
    assert kept.started_at == second
    assert fresh.started_at == second - timedelta(hours=1)


@given(days, clocks, clocks)
@example(AUTUMN, time(2, 30), time(2, 15))
@example(SPRING, time(1, 0), time(2, 30))
def test_elapsed_is_the_real_time_between_two_instants(day: date, start: time, end: time) -> None:
    begun = instant(day, start)
    assume(begun is not None)
    lasted = elapsed(begun, end)
    assume(lasted is not None)
    finish = begun + timedelta(minutes=lasted)
    assert 0 < lasted <= 25 * 60
    assert finish.astimezone(AMSTERDAM).time().replace(tzinfo=None) == end


@given(days, minutes)
def test_an_amount_alone_is_kept_to_the_minute(day: date, length: int) -> None:
    assert measure(day, minutes=length, start=None, end=None) == (Span(day, length), [])


@given(days, st.integers(-5000, 0) | st.integers(DAY_LIMIT + 1, 100_000))
def test_nothing_and_more_than_twelve_hours_are_refused(day: date, length: int) -> None:
    assert measure(day, minutes=length, start=None, end=None) == (None, [Fault.OUT_OF_RANGE])


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"minutes": None, "start": None, "end": None}, Fault.NO_AMOUNT),
        ({"minutes": None, "start": time(9), "end": None}, Fault.NO_AMOUNT),
        ({"minutes": 60, "start": None, "end": time(9)}, Fault.NO_START),
        ({"minutes": 60, "start": time(9), "end": time(11)}, Fault.TIMES_DIFFER),
        ({"minutes": None, "start": time(9), "end": time(22)}, Fault.OUT_OF_RANGE),
        ({"minutes": None, "start": time(9), "end": time(9)}, Fault.OUT_OF_RANGE),
    ],
)
def test_says_what_is_wrong_with_what_was_typed(given: dict, fault: Fault) -> None:
    assert measure(DAY, **given) == (None, [fault])


@given(spans, st.lists(spans, max_size=5))
def test_time_is_never_counted_twice(span: Span, others: list[Span]) -> None:
    together = any(
        max(span.started_at, each.started_at) < min(span.ended_at, each.ended_at) for each in others
    )
    assert (Fault.OVERLAP in faults_of(span, others, now=NOW)) is together


@given(spans, spans)
def test_overlap_is_the_same_from_both_sides(one: Span, other: Span) -> None:
    forth, back = faults_of(one, [other], now=NOW), faults_of(other, [one], now=NOW)
    assert (Fault.OVERLAP in forth) is (Fault.OVERLAP in back)


def test_two_that_touch_do_not_overlap() -> None:
    nine = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    first, second = Span(DAY, 60, nine), Span(DAY, 60, nine + timedelta(hours=1))
    assert faults_of(first, [second], now=NOW) == []


@given(st.lists(minutes, max_size=6), minutes)
def test_a_day_holds_twelve_hours_in_all(before: list[int], length: int) -> None:
    others = [Span(DAY, each) for each in before] + [Span(DAY - timedelta(days=1), 700)]
    full = Fault.DAY_FULL in faults_of(Span(DAY, length), others, now=NOW)
    assert full is (sum(before) + length > DAY_LIMIT)


@given(st.integers(1, 4000))
def test_tomorrow_and_later_is_refused(ahead: int) -> None:
    assert Fault.FUTURE in faults_of(Span(date(2026, 11, 22) + timedelta(days=ahead), 60), [], now=NOW)


def test_a_span_that_is_not_over_yet_is_refused() -> None:
    begun = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    today = date(2026, 11, 22)
    assert faults_of(Span(today, 30, begun), [], now=NOW) == []
    assert faults_of(Span(today, 31, begun), [], now=NOW) == [Fault.FUTURE]


def test_today_is_a_day_in_amsterdam() -> None:
    just_after_midnight = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)  # 00:30 on the 23rd
    assert faults_of(Span(date(2026, 11, 23), 20), [], now=just_after_midnight) == []


def test_more_than_a_year_ago_is_a_mistake() -> None:
    assert faults_of(Span(date(2025, 11, 1), 60), [], now=NOW) == [Fault.LONG_AGO]


@given(st.dictionaries(st.sampled_from(["A", "B", "C"]), st.builds(Minutes, minutes, minutes, minutes)))
def test_a_balance_adds_up_exactly(parts: dict[str, Minutes]) -> None:
    balance = Balance(parts)
    assert balance.counted == sum(balance.of(code).counted for code in "ABC")
    assert balance.confirmed == sum(part.confirmed for part in parts.values())
    assert balance.proposed == sum(part.proposed for part in parts.values())
