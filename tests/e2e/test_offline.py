"""A student reads on without a connection, and nothing stays on the phone after signing out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.axe import axe
from tests.servers.app import AppServer

pytestmark = pytest.mark.e2e
PHONE = {"width": 390, "height": 800}
KEPT = (
    "async () => (await (await caches.open('wijkwijs-pages')).keys()).map(each => new URL(each.url).pathname)"
)


@pytest.fixture
def page(demo: AppServer, chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{demo.url}/inloggen")
    page.get_by_role("button", name="Log in als Samira Haddou").click()
    page.wait_for_url(f"{demo.url}/")
    yield page
    context.close()


def _until(page: Page, check: str, path: str | int = "", *, seconds: int = 10) -> None:
    """Look again until the check on what is kept holds, for at most so many seconds."""
    looking = f"""async path => {{
      for (let look = 0; look < {seconds * 20}; look += 1) {{
        const kept = await ({KEPT})();
        if ({check}) return true;
        await new Promise(again => setTimeout(again, 50));
      }}
      return false;
    }}"""
    assert page.evaluate(looking, path), (check, path)


def _until_kept(page: Page, path: str) -> None:
    _until(page, "kept.includes(path) && navigator.serviceWorker.controller", path)


def test_what_was_read_and_what_comes_next_is_there_without_a_connection(demo, page) -> None:
    page.goto(f"{demo.url}/programma/lessen/meldcode")
    following = page.locator("main a[rel=next]").get_attribute("href")
    for path in ("/programma/lessen/meldcode", "/programma/offline", following):
        _until_kept(page, path)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("De meldcode: vijf stappen")
    page.locator("main a[rel=next]").click()
    expect(page).to_have_url(demo.url + following)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("De meldcode: vijf stappen")


def _question(page: Page) -> Locator:
    """Give the first question of the page with answers to choose from."""
    return page.locator(".ww-question:has(input[type=radio])").first


def _answer_without_a_connection(demo: AppServer, page: Page) -> str:
    """Answer the first question of a lesson in a tunnel; give the address of the next lesson."""
    page.goto(f"{demo.url}/programma/lessen/meldcode")
    following = page.locator("main a[rel=next]").get_attribute("href")
    for path in ("/programma/lessen/meldcode", following):
        _until_kept(page, path)
    page.context.set_offline(True)
    form = _question(page).locator("form")
    form.get_by_role("radio").last.check()
    form.get_by_role("button").click()
    expect(form.get_by_role("alert")).to_contain_text("Je antwoord blijft op dit apparaat.")
    return following


def test_an_answer_without_a_connection_is_looked_at_when_it_is_back(demo, page) -> None:
    _answer_without_a_connection(demo, page)
    page.reload()
    form = _question(page).locator("form")
    expect(form.get_by_role("alert")).to_contain_text("Je antwoord blijft op dit apparaat.")
    expect(form.get_by_role("radio").last).to_be_checked()
    page.context.set_offline(False)
    expect(_question(page).locator(".ww-answered")).to_be_visible()


def test_an_answer_is_sent_from_the_page_where_the_connection_came_back(demo, page) -> None:
    following = _answer_without_a_connection(demo, page)
    page.locator("main a[rel=next]").click()
    expect(page).to_have_url(demo.url + following)
    with page.expect_response(lambda answer: "/programma/vragen/meldcode/" in answer.url) as sent:
        page.context.set_offline(False)
    assert sent.value.ok
    page.goto(f"{demo.url}/programma/lessen/meldcode")
    expect(_question(page).locator(".ww-answered")).to_be_visible()
    assert page.evaluate("() => Object.keys(localStorage).filter(key => key.includes('answers-of'))") == []


def test_a_page_that_is_not_there_says_what_is(demo, page) -> None:
    page.goto(f"{demo.url}/programma/lessen/meldcode")
    _until_kept(page, "/programma/offline")
    _until_kept(page, "/programma/lessen/meldcode")
    page.context.set_offline(True)
    page.goto(f"{demo.url}/uren")
    expect(page.get_by_text("Je bent offline")).to_be_visible()
    row = page.locator("[data-path='/programma/lessen/meldcode']")
    expect(row.get_by_text("Op dit apparaat")).to_be_visible()


def test_all_lessons_are_kept_with_one_button(demo, page) -> None:
    page.goto(f"{demo.url}/programma/offline")
    assert axe(page) == []
    page.get_by_role("button", name="Bewaar alle lessen").click()
    everything = page.locator("[data-path]").count()
    expect(page.get_by_text(f"{everything} van {everything} lessen en opdrachten")).to_be_visible(
        timeout=60_000
    )
    complete = page.get_by_text("Alles staat op dit apparaat.")
    expect(complete).to_be_visible()
    expect(page.locator("[data-complete]")).to_be_focused()
    expect(page.get_by_role("button", name="Bewaar alle lessen")).to_be_hidden()
    drawings = [path for path in page.evaluate(f"({KEPT})()") if path.startswith("/programma/plaatjes/")]
    assert {path.rpartition(".")[2] for path in drawings} == {"svg", "png"}, "of the course and of the school"
    page.get_by_role("button", name="Haal alles van dit apparaat").click()
    expect(page.get_by_text(f"0 van {everything} lessen en opdrachten")).to_be_visible()
    expect(page.get_by_role("button", name="Bewaar alle lessen")).to_be_visible()


def test_keeping_all_goes_on_when_the_page_is_left(demo, page) -> None:
    page.goto(f"{demo.url}/programma/offline")
    everything = page.locator("[data-path]").count()
    page.route("**/programma/opdrachten/*", lambda route: None)  # a slow network: these wait for ever
    page.get_by_role("button", name="Bewaar alle lessen").click()
    expect(page.get_by_text("Je kunt gewoon verder lezen")).to_be_visible()
    _until(page, "kept.includes(path)", "/programma/lessen/welkom")
    page.unroute("**/programma/opdrachten/*")
    page.goto(f"{demo.url}/programma/woorden")
    _until(
        page, "kept.filter(each => /lessen|opdrachten/.test(each)).length === path", everything, seconds=60
    )


def test_one_lesson_is_told_as_one(demo, page) -> None:
    page.goto(f"{demo.url}/programma/offline")
    expect(page.get_by_text("0 van")).to_contain_text("lessen en opdrachten staan op dit apparaat.")
    keep = "async () => (await caches.open('wijkwijs-pages')).add('/programma/lessen/welkom')"
    page.evaluate(keep)
    page.reload()
    expect(page.get_by_text("1 van")).to_contain_text("lessen en opdrachten staat op dit apparaat.")


def test_signing_out_with_an_answer_that_waits_warns_and_keeps_it(demo, page) -> None:
    _answer_without_a_connection(demo, page)
    page.get_by_role("button", name="Log uit").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Niet alles is opgeslagen")
    dialog.get_by_role("button", name="Blijf ingelogd").click()
    page.context.set_offline(False)
    expect(_question(page).locator(".ww-answered")).to_be_visible()
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**/inloggen*")


def test_nothing_stays_after_signing_out(demo, page) -> None:
    page.goto(f"{demo.url}/programma/lessen/meldcode")
    _until_kept(page, "/programma/lessen/meldcode")
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**/inloggen*")
    _until(page, "kept.length === 0")


def test_no_page_with_work_or_a_result_is_kept(demo, page) -> None:
    page.goto(f"{demo.url}/programma")
    _until_kept(page, "/programma")
    for path in ("/", "/werk", "/bewijs", "/resultaat", "/uren"):
        page.goto(demo.url + path)
    assert all(path.startswith("/programma") for path in page.evaluate(f"({KEPT})()"))
