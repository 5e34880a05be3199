"""axe finds nothing, and nothing scrolls sideways, on pages that people of the demo reach by links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.axe import axe
from tests.servers.app import AppServer, flask

pytestmark = pytest.mark.e2e
PEOPLE = (
    "Samira Haddou",
    "Wouter Hoekstra",
    "Marloes van Vliet",
    "Henk Dijkstra",
    "Anneke Postma",
    "Wilma Koster",
)
ANYONE = (
    "/inloggen",
    "/controleer",
    "/hulp/student",
    "/privacy",
    "/toegankelijkheid",
    "/wachtwoord-vergeten",
    "/er-niet",
)
AN_ID = re.compile(r"[0-9a-f-]{30,}")
NO_PAGE = re.compile(r"begeleiden/.*/bewijs|pdf|csv|xlsx|bestand|download|static|demo/")
MOST = 25
PHONE = {"width": 390, "height": 800}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    folder = tmp_path_factory.mktemp("demo")
    url = f"sqlite:///{folder / 'demo.sqlite3'}"
    server = AppServer(database_url=url, data_dir=folder, env={"WIJKWIJS_MODE": "demo"})
    server.arguments = ("--demo",)
    flask("db", "upgrade", env=server.env)
    flask("demo", "load", env=server.env)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE, bypass_csp=True)
    yield context.new_page()
    context.close()


def test_pages_for_anyone(demo: AppServer, page: Page) -> None:
    for path in ANYONE:
        page.goto(demo.url + path)
        _is_well(page, path)


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of(name: str, demo: AppServer, page: Page) -> None:
    page.goto(f"{demo.url}/inloggen")
    page.get_by_role("button", name=f"Log in als {name}").click()
    page.wait_for_load_state()
    visited = sum(1 for path in _reachable(demo, page) if _is_well(page, path))
    assert visited >= 5


def _reachable(demo: AppServer, page: Page) -> Iterator[str]:
    """Open one page of each kind, as its links are met."""
    todo, kinds = ["/", "/account"], Counter[str]()
    while todo and kinds.total() < MOST:
        path = todo.pop(0)
        kind = AN_ID.sub("<id>", path.split("?")[0])
        if kinds[kind]:
            continue
        kinds[kind] += 1
        page.goto(demo.url + path)
        yield path
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        todo += [link.split("#")[0] for link in links if not NO_PAGE.search(link)]


def _is_well(page: Page, path: str) -> bool:
    assert axe(page) == [], path
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    return True
