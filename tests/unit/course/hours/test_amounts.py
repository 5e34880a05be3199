"""How people write study time, read exactly."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.hours.amounts import as_typed, day_from, minutes_from, time_from


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1,5", 90), ("1.5", 90), ("1:30", 90), ("12", 720), ("0,1", 6), (",5", 30), ("0:50", 50), ("1,33", 80)],
)
def test_reads_hours_as_people_write_them(text: str, minutes: int) -> None:
    assert minutes_from(text) == minutes


@pytest.mark.parametrize(
    "text", ["", "-1", "een", "1:60", "1,5,5", "1e3", "١", "½", "1 500", "NaN", "inf", "1,", "\x00", "12345"]
)
def test_refuses_what_is_not_an_amount(text: str) -> None:
    assert minutes_from(text) is None


@given(st.integers(0, 12 * 60))
def test_what_is_shown_in_a_field_is_read_back_exactly(minutes: int) -> None:
    assert minutes_from(as_typed(minutes)) == minutes


@given(st.text(max_size=12))
def test_any_text_is_an_amount_a_time_a_day_or_none(text: str) -> None:
    for read in (minutes_from, time_from, day_from):
        read(text)


def test_reads_times_and_days() -> None:
    assert time_from("9:05") == time_from("09.05") == time(9, 5)
    assert time_from("24:00") is None
    assert day_from("2026-11-22") == date(2026, 11, 22)
    assert day_from("2026-02-30") is None
    assert day_from("2026-W47-1") is None
