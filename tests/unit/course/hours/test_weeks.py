"""Weeks, the chart and the forecast."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.hours.chart import BOTTOM, TOP, draw
from course.hours.weeks import columns, forecast, week_from, week_of

TODAY = date(2026, 11, 22)
days = st.dates(date(2026, 9, 1), date(2026, 11, 22))
logged = st.dictionaries(st.tuples(days, st.sampled_from(["W1", "W2"])), st.integers(1, 720), max_size=30)


@given(st.dates(date(2000, 2, 1), date(2099, 12, 1)))
def test_a_week_is_written_and_read_back(day: date) -> None:
    week = week_of(day)
    assert day in week.days
    assert week_from(week.code) == week


@pytest.mark.parametrize(
    "text", [None, "", "2026-W54", "2026-W00", "2026-W٤٧", "1999-W01", "2026-W1", "x" * 5000]
)
def test_what_is_no_week_is_none(text: str | None) -> None:
    assert week_from(text) is None


@given(logged)
def test_the_columns_hold_every_minute_of_their_weeks_once(per_day: dict) -> None:
    shown = columns(per_day, ["W1", "W2"], until=week_of(TODAY), count=20)
    assert sum(column.total for column in shown) == sum(per_day.values())


@given(logged)
def test_the_chart_stays_inside_its_frame(per_day: dict) -> None:
    chart = draw(columns(per_day, ["W1", "W2"], until=week_of(TODAY), count=10))
    for bar in chart.bars:
        for block in bar.blocks:
            assert TOP - 0.1 <= block.y <= BOTTOM
            assert block.y + block.height <= BOTTOM + 0.1


def test_the_forecast_follows_the_pace_of_the_last_four_weeks() -> None:
    per_day = {(TODAY - timedelta(days=7 * week), "W1"): 600 for week in range(4)}
    expected = forecast(per_day, to_go=1200, today=TODAY)
    assert expected is not None
    assert expected.pace == 600
    assert expected.ready_on == TODAY + timedelta(days=14)


def test_the_forecast_forgets_what_is_older() -> None:
    old = {(TODAY - timedelta(days=28 + 7 * week), "W1"): 600 for week in range(4)}
    assert forecast(old, to_go=1200, today=TODAY) is None


def test_one_busy_week_says_too_little() -> None:
    per_day = {(TODAY - timedelta(days=day), "W1"): 600 for day in range(5)}
    assert forecast(per_day, to_go=1200, today=TODAY) is None


def test_who_is_done_needs_no_forecast() -> None:
    per_day = {(TODAY - timedelta(days=7 * week), "W1"): 600 for week in range(4)}
    assert forecast(per_day, to_go=0, today=TODAY) is None
