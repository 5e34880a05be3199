"""The days of a module: which day lies in them, and how a group keeps them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from enrolment.deadlines.periods import Period, read_periods, write_periods

DAY = date(2026, 11, 20)
days = st.none() | st.dates(date(2000, 1, 1), date(2100, 12, 31))
periods = st.dictionaries(st.sampled_from(["M0", "M1", "M2"]), st.builds(Period, days, days))


@given(periods)
def test_what_is_kept_is_read_back(some: dict[str, Period]) -> None:
    kept = {code: each for code, each in some.items() if each != Period()}
    assert read_periods(write_periods(some)) == kept


def test_which_day_lies_in_a_period() -> None:
    before, after = DAY - timedelta(days=1), DAY + timedelta(days=1)
    assert Period(before, after).holds(DAY)
    assert Period(DAY, DAY).holds(DAY)
    assert Period(None, DAY).holds(DAY)
    assert Period(DAY, None).holds(DAY)
    assert not Period(after, None).holds(DAY)
    assert not Period(None, before).holds(DAY)
    assert not Period().holds(DAY)
