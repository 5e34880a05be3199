"""How an own text names a drawing or a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.fences import Fence, split
from course.offering.figures import component, name_for, renamed
from tests.factories.offering import a_figure

FORM = r"[a-z0-9-]+\.jpg"


@given(st.text(max_size=80), st.sets(st.sampled_from(["a.jpg", "deel.jpg", "a-2.jpg"])))
def test_every_title_becomes_a_name_that_nothing_has(title: str, taken: set[str]) -> None:
    name = name_for(title, "jpg", taken)
    assert name not in taken
    assert name.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == "."
    assert len(name) <= 60


def test_names_count_on() -> None:
    assert name_for("De Markt!", "jpg", ()) == "de-markt.jpg"
    assert name_for("De Markt!", "jpg", {"de-markt.jpg", "de-markt-2.jpg"}) == "de-markt-3.jpg"


def test_a_long_title_is_not_cut_behind_a_hyphen() -> None:
    assert name_for(f"{'m' * 49} op zaterdag", "jpg", ()) == f"{'m' * 49}.jpg"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_what_is_offered_to_insert_can_be_read_back(title: str) -> None:
    (fence,) = split(component("markt.jpg", caption=title))
    assert isinstance(fence, Fence)
    assert dict(fence.attributes)["caption"] == title.replace('"', "’")


@pytest.mark.parametrize("colons", [":::", "::::"])
def test_only_the_name_of_a_figure_changes(colons: str) -> None:
    text = f'Zie src="markt.jpg".\n\n{a_figure()}\n\n::: case title="markt.jpg" place="x" when="y"\nx\n:::'
    text = text.replace("::: figure", f"{colons} figure")
    after = renamed(text, {"markt.jpg": "markt-2.jpg", "x": "y"})
    assert after == text.replace('figure src="markt.jpg"', 'figure src="markt-2.jpg"')
    assert renamed(text, {}) == text


def test_the_order_of_what_a_figure_says_does_not_matter() -> None:
    text = '::: figure alt="src=markt.jpg" caption="b" src="markt.jpg"\nx\n:::'
    assert renamed(text, {"markt.jpg": "m.jpg"}) == text.replace(' src="markt.jpg"', ' src="m.jpg"')
