"""What people type comes back, without what no page can show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from foundation.web.text import UNSTORABLE, showable, tidy


@given(st.text())
def test_what_comes_back_can_be_shown_and_loses_nothing_else(text: str) -> None:
    shown = showable(text)
    assert not UNSTORABLE.search(shown)
    assert [c for c in text if not UNSTORABLE.match(c)] == list(shown)


def test_emoji_right_to_left_and_line_ends_stay() -> None:
    text = "Dag 👋🏽\nשלום\té"
    assert showable(text) == text


def test_tidy_makes_one_kind_of_line_end_and_one_form_of_letters() -> None:
    assert tidy("  e\u0301\r\nb\rc ") == "é\nb\nc"
