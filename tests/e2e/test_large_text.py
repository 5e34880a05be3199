"""Who makes the text of the browser twice as large on a phone, still reads every page without shifting it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.servers.app import AppServer
from tests.servers.browser import launch_options

pytestmark = pytest.mark.e2e

PHONE = {"width": 390, "height": 844}
TWICE = "--blink-settings=defaultFontSize=32"
PAGES = (
    "/",
    "/programma",
    "/programma/lessen/cijfers-lezen",
    "/programma/opdrachten/meelopen",
    "/programma/woorden",
    "/programma/kader",
    "/programma/zelftest/m1-a",
    "/programma/zoeken?q=eenzaam",
    "/werk",
    "/werk/wijkanalyse",
    "/werk/verbinden/contacten?opdracht=meelopen",
    "/bewijs",
    "/bewijs/dekking",
    "/uren",
    "/reacties",
    "/inleveren/D1-K1-W1",
    "/account",
)


@pytest.fixture
def page(demo: AppServer, chromium: Browser) -> Iterator[Page]:
    options = launch_options()
    browser = chromium.browser_type.launch(**options | {"args": [*options["args"], TWICE]})
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{demo.url}/inloggen")
    page.get_by_role("button", name="Log in als Samira Haddou").click()
    page.wait_for_url(f"{demo.url}/")
    yield page
    browser.close()


def test_text_twice_as_large_stays_on_the_screen(demo: AppServer, page: Page) -> None:
    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
    wide = {}
    for path in PAGES:
        page.goto(demo.url + path)
        page.evaluate("() => document.querySelectorAll('main details').forEach(each => (each.open = true))")
        width = page.evaluate("() => document.documentElement.scrollWidth")
        if width > PHONE["width"]:
            wide[path] = width
    assert wide == {}
