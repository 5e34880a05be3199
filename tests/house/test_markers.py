"""Text of people stays text: on no page of anyone does it become an element, an attribute or a script."""

from __future__ import annotations

import pytest

from tests.house.conftest import only_sqlite
from tests.house.routes import GETS


def _attributes(page):
    for tag in page.parsed.find_all(True):
        for name, value in tag.attrs.items():
            yield tag, name, " ".join(value) if isinstance(value, list) else value


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=lambda route: route.endpoint)
def test_the_marker_never_becomes_markup(house, route):
    word = house.ours.canary.word
    for page in house.visit(route):
        if not page.is_html or word not in page.text:
            continue
        for tag, name, value in _attributes(page):
            where = f"{page}: {str(tag)[:160]}"
            assert word not in name, where
            assert not name.startswith("on"), where
            if name in {"href", "src", "action", "formaction", "srcset", "style"}:
                assert "javascript:" not in value, where
                # A remote picture may become a link that people choose to follow, never something that loads.
                assert tag.name == "a" or f"{word}.example" not in value, where
        for script in page.parsed.find_all("script"):
            assert word not in script.get_text() or script.get("type") == "application/json", page
        assert f"{word}()> 49" not in page.text


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=lambda route: route.endpoint)
def test_no_page_holds_a_word_of_the_other_school(house, route):
    for page in house.visit(route):
        assert house.other.canary.word.encode() not in page.body, page


@only_sqlite
def test_the_marker_is_seen_at_all(house):
    seen = {
        page.route.endpoint
        for route in GETS
        for page in house.visit(route)
        if house.ours.canary.word in page.text
    }
    assert len(seen) > len(GETS) / 3
