"""Enlarged to 400 %, a page is 320 wide: everything is there, and nothing scrolls sideways (WCAG 1.4.10)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.servers.app import AppServer

pytestmark = pytest.mark.e2e

ENLARGED = {"width": 320, "height": 640}
PAGES = {
    "Samira Haddou": ("/", "/programma", "/werk/wijkanalyse", "/werk/wijkanalyse/bronnen", "/uren"),
    "Tineke Broers": ("/begeleiden", "/beoordelen"),
    "Anneke Postma": ("/examencommissie",),
    "Wilma Koster": ("/groepen", "/mensen", "/certificaten", "/logboek"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_enlarged_four_times_fits(name: str, demo: AppServer, chromium: Browser) -> None:
    page = chromium.new_page(viewport=ENLARGED)
    page.goto(f"{demo.url}/inloggen")
    page.get_by_role("button", name=f"Log in als {name}").click()
    page.wait_for_load_state()
    wide = {}
    for path in PAGES[name]:
        assert page.goto(demo.url + path).ok, path
        width = page.evaluate("() => document.documentElement.scrollWidth")
        if width > ENLARGED["width"]:
            wide[path] = width
    page.close()
    assert wide == {}
