"""axe finds nothing, light or dark, and nothing scrolls sideways, on pages that people reach by links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.axe import axe
from tests.servers.app import AppServer

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
ONE_OF_A_KIND = re.compile(r"[0-9a-f-]{30,}|(?<=/lessen/)[\w-]+|(?<=/opdrachten/)[\w-]+|(?<=/modules/)[\w-]+")
MISTAKES = (
    (None, ("/inloggen", "/wachtwoord-vergeten", "/controleer")),
    ("Samira Haddou", ("/uren", "/bewijs", "/account/wachtwoord", "/account/e-mail")),
    ("Wilma Koster", ("/groepen/nieuw", "/mensen/nieuw")),
)
SEND_AS_IT_IS = "form => { form.reset(); HTMLFormElement.prototype.submit.call(form) }"
OWN_FORMS = "main form:has(input:not([type=hidden])), main form:has(textarea)"
NO_PAGE = re.compile(r"begeleiden/.*/bewijs|pdf|csv|xlsx|bestand|download|static|demo/")
MOST = 40
PHONE = {"width": 390, "height": 800}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_pages_for_anyone(demo: AppServer, page: Page) -> None:
    for path in ANYONE:
        page.goto(demo.url + path)
        _is_well(page, path)


@pytest.mark.parametrize("name", PEOPLE)
def test_pages_of(name: str, demo: AppServer, page: Page) -> None:
    _sign_in(demo, page, name)
    visited = sum(1 for path in _reachable(demo, page) if _is_well(page, path))
    assert visited >= 5


def test_the_first_page_of_each_in_english(demo: AppServer, page: Page) -> None:
    """English words are longer here and shorter there; each account gets its own language back."""
    for name in PEOPLE:
        page.context.clear_cookies()
        _sign_in(demo, page, name)
        _choose(page, "English")
        try:
            assert page.locator("html").get_attribute("lang") == "en"
            _is_well(page, f"the first page of {name} in English")
        finally:
            _choose(page, "Nederlands")


@pytest.mark.parametrize(("name", "paths"), MISTAKES)
def test_pages_after_a_mistake(name: str | None, paths: tuple[str, ...], demo: AppServer, page: Page) -> None:
    """Send the forms of each page empty, past what the browser asks for."""
    if name:
        _sign_in(demo, page, name)
    for path in paths:
        page.goto(demo.url + path)
        for number in range(page.locator(OWN_FORMS).count()):
            with page.expect_event("load"):
                page.locator(OWN_FORMS).nth(number).evaluate(SEND_AS_IT_IS)
            _is_well(page, f"{path} after a mistake in form {number}")
            page.goto(demo.url + path)


def _sign_in(demo: AppServer, page: Page, name: str) -> None:
    page.goto(f"{demo.url}/inloggen")
    with page.expect_event("load"):
        page.get_by_role("button", name=f"Log in als {name}").click()


def _choose(page: Page, language: str) -> None:
    with page.expect_event("load"):
        page.get_by_role("button", name=language, exact=True).click()


def _reachable(demo: AppServer, page: Page) -> Iterator[str]:
    """Open one page of each kind, as its links are met."""
    todo, kinds = ["/", "/account"], Counter[str]()
    while todo and kinds.total() < MOST:
        path = todo.pop(0)
        kind = ONE_OF_A_KIND.sub("<id>", path.split("?")[0])
        if kinds[kind]:
            continue
        kinds[kind] += 1
        page.goto(demo.url + path)
        yield path
        links = page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        todo += [link.split("#")[0] for link in links if not NO_PAGE.search(link)]


def _is_well(page: Page, path: str) -> bool:
    assert axe(page) == [], path
    page.evaluate("document.documentElement.dataset.thema = 'donker'")
    assert axe(page) == [], f"{path} in the dark"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    return True
