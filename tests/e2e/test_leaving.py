"""Who goes on to another page finds there what was typed a moment before, and is in conflict with nobody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.browsing import Person
from tests.e2e.gate import Gate, is_a_save
from tests.e2e.people import Town, a_town
from tests.e2e.places import Place
from tests.e2e.steps.work import NOTHING_UNSENT, is_saved
from tests.e2e.test_saving import kept_words

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("saving")]

PAGE, LIST = "/werk/wijkanalyse/eigen-rol", "/werk/wijkanalyse/bronnen"
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.fixture
def town(place: Place) -> Town:
    return a_town(place)


@pytest.fixture
def student(town: Town) -> Person:
    return town.student(careful=False)


def test_a_link_waits_for_all_that_was_typed(student: Person, town: Town) -> None:
    student.visit(PAGE)
    gate = Gate(student.page)
    types_with_a_save_on_its_way(student.page, "Ik ken de flat ", "van binnen.")
    link = student.page.get_by_role("link", name="Terug naar Wijkanalyse")
    assert pages_asked_by(student.page, link) == []
    with student.page.expect_event("load"):
        gate.open()
    assert student.page.evaluate(NOTHING_UNSENT)
    assert "Ik ken de flat van binnen." in kept_words(town)


def test_who_presses_a_link_again_goes_at_once_and_loses_nothing(student: Person, town: Town) -> None:
    student.visit(PAGE)
    gate = Gate(student.page)
    types_with_a_save_on_its_way(student.page, "Ik ken de flat ", "van binnen.")
    link = student.page.get_by_role("link", name="Terug naar Wijkanalyse")
    assert pages_asked_by(student.page, link) == []
    with student.page.expect_event("load"):
        link.click()
    student.watch.allow("409")  # both saves are on their way, and the second may arrive first
    gate.open()
    student.visit(PAGE)
    expect(area(student.page)).to_have_value("Ik ken de flat van binnen.")
    student.page.wait_for_function(NOTHING_UNSENT)
    expect(student.page.locator("[data-conflict]")).to_have_count(0)
    assert "Ik ken de flat van binnen." in kept_words(town)


def test_a_lost_answer_is_no_conflict_with_oneself(student: Person, town: Town) -> None:
    """The server has the save, and the connection broke before it could say so."""
    student.watch.allow("net::ERR", "409")
    student.visit(PAGE)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    student.page.route(f"**{PAGE}", lose, times=1)
    area(student.page).fill("Ik ken de flat ")
    expect(student.page.locator("#ww-saved")).to_have_attribute("data-state", "waiting")
    area(student.page).press_sequentially("van binnen.")
    is_saved(student.page)
    expect(student.page.locator("[data-conflict]")).to_have_count(0)
    assert "Ik ken de flat van binnen." in kept_words(town)


def test_a_button_of_another_form_waits_and_the_next_save_is_no_conflict(student: Person, town: Town) -> None:
    student.visit(LIST)
    add(student, "Wijkprofiel")
    gate = Gate(student.page)
    field = student.page.locator("form[data-autosave] textarea:not(.ww-editor__source)").first
    field.fill("De cijfers van de gemeente")
    student.page.locator("#erbij input[name=name]").fill("Een gesprek")
    button = student.page.locator("#erbij").get_by_role("button", name="Voeg toe")
    assert pages_asked_by(student.page, button) == []
    with student.page.expect_event("load"):
        gate.open()
    assert student.page.evaluate(NOTHING_UNSENT)
    assert "De cijfers van de gemeente" in kept_words(town)


def test_signing_out_waits_for_text_of_another_page(student: Person, town: Town) -> None:
    student.watch.allow("net::ERR")
    student.visit(PAGE)
    student.page.route("**/werk/**", lambda route: route.abort())
    area(student.page).fill("nog niet verstuurd")
    expect(student.page.locator("#ww-saved")).to_have_attribute("data-state", "waiting")
    student.page.unroute("**/werk/**")
    gate = Gate(student.page, f"**{PAGE}", lambda _request: True)
    with student.page.expect_request(f"**{PAGE}"):
        student.page.goto("/uren")
    student.page.get_by_role("button", name="Log uit").click()
    student.page.evaluate(TWO_FRAMES)
    gate.open()
    student.page.wait_for_url("**/inloggen*")
    assert "nog niet verstuurd" in kept_words(town)


def area(page: Page) -> Locator:
    return page.locator("textarea[name$='positie']").first


def add(student: Person, name: str) -> None:
    """Add an item to the list."""
    student.page.locator("#erbij input[name=name]").fill(name)
    student.press("Voeg toe", within=student.page.locator("#erbij"))
    student.visit(LIST)


def types_with_a_save_on_its_way(page: Page, first: str, more: str) -> None:
    """Type, let the field be saved, and type on before the answer."""
    with page.expect_request(is_a_save):
        area(page).fill(first)
    area(page).press_sequentially(more)


def pages_asked_by(page: Page, control: Locator) -> list[str]:
    """Press, and give the pages that were asked for by that."""
    asked: list[str] = []
    page.on("request", lambda each: asked.append(each.url) if each.is_navigation_request() else None)
    control.click(no_wait_after=True)
    page.evaluate(TWO_FRAMES)
    return asked
