"""What somebody is about to press stays where it is and what it is, whatever a save answers, and when."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from accounts.login.sessions import end_sessions
from tests.e2e.browsing import NARROW, WIDE
from tests.e2e.gate import Gate
from tests.e2e.people import Town, a_town
from tests.e2e.places import Place
from tests.e2e.steps import judging
from tests.e2e.steps.work import SAVED, is_saved

pytestmark = pytest.mark.e2e

ASKED = "/werk/wijkanalyse/eigen-rol?opdracht=wijkanalyse-af"
WRITING = ("/werk/wijkanalyse/eigen-rol", "/programma/notities/bij/meldcode/de-lege-koelkast")
PLACES = """() => [...document.querySelectorAll('main :is(a, button, summary, label)')]
  .filter(each => each.checkVisibility() && !each.closest('#ww-saved'))
  .map(each => [each, each.getBoundingClientRect()])
  .map(([each, at]) => [each.textContent.trim().slice(0, 40), at.x | 0, (at.y + scrollY) | 0].join(' '))"""
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
IS_ON_TOP = """each => { const at = each.getBoundingClientRect();
  return each.contains(document.elementFromPoint(at.x + 20, at.y + at.height / 2)) }"""
IS_THERE = "each => each.isConnected"


@pytest.fixture
def town(place: Place) -> Town:
    return a_town(place)


def test_a_link_in_a_part_that_changes_is_not_pressed_in_vain(town: Town) -> None:
    """Pressing leaves the field, that saves it, and the answer comes before the finger is lifted."""
    student = town.student(careful=False)
    student.visit(ASKED)
    gate = Gate(student.page)
    area(student.page).fill("Ik ben er elke week, en bewoners kennen mij.")
    link = student.page.locator("#gevraagd a")
    pressed = link.element_handle()
    press(link)
    with student.page.expect_response(is_a_save):
        gate.open()
    student.page.evaluate(TWO_FRAMES)
    assert pressed.evaluate(IS_THERE)
    expect(student.page.locator("#gevraagd")).not_to_contain_text("Je hebt er nu 1.")
    with student.page.expect_event("load"):
        student.page.mouse.up()
    assert "/opdrachten/wijkanalyse-af" in student.page.url


def test_what_waited_for_a_press_comes_right_after_it(town: Town) -> None:
    student = town.student(careful=False)
    student.visit(ASKED)
    gate = Gate(student.page)
    area(student.page).fill("Ik ben er elke week, en bewoners kennen mij.")
    press(student.page.locator("#gevraagd a"))
    with student.page.expect_response(is_a_save):
        gate.open()
    student.page.mouse.move(0, 0)
    student.page.mouse.up()
    expect(student.page.locator("#gevraagd")).to_contain_text("Je hebt er nu 1.")
    is_saved(student.page)


def test_the_focus_and_the_caret_stay_in_a_part_that_changes(town: Town) -> None:
    student = town.student(careful=False)
    student.visit(ASKED)
    area(student.page).fill("Ik ben er elke week, en bewoners kennen mij.")
    student.page.locator("#gevraagd a").focus()
    expect(student.page.locator("#gevraagd")).to_contain_text("Je hebt er nu 1.")
    expect(student.page.locator("#gevraagd a").first).to_be_focused()
    answers_with(student.page, '<div id="gevraagd"><input aria-label="Zoek" value="straat"></div>')
    write(student.page, "een")
    box = student.page.locator("#gevraagd input")
    answers_with(
        student.page, '<div id="gevraagd"><p>Nieuw</p><input aria-label="Zoek" value="straat"></div>'
    )
    area(student.page).fill("twee")
    box.focus()
    box.evaluate("each => each.setSelectionRange(2, 4)")
    expect(student.page.locator("#gevraagd p")).to_have_text("Nieuw")
    expect(box).to_be_focused()
    assert box.evaluate("each => [each.selectionStart, each.selectionEnd]") == [2, 4]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize("path", WRITING, ids=["work", "note"])
def test_nothing_moves_whatever_the_save_line_says(town: Town, size: dict[str, int], path: str) -> None:
    student = town.student(careful=False, viewport=size)
    student.watch.allow("net::ERR", "401")
    student.visit(path)
    before = student.page.evaluate(PLACES)
    write(student.page, "a")
    assert student.page.evaluate(PLACES) == before
    student.page.route("**/*", lambda route: route.abort() if is_a_post(route) else route.continue_())
    area(student.page).fill("ab")
    expect(student.page.locator("#ww-saved")).to_have_attribute("data-state", "waiting")
    assert student.page.evaluate(PLACES) == before
    student.page.unroute("**/*")
    write(student.page, "abc")
    with town.place.inside():
        end_sessions(town.ids["student"])
    area(student.page).fill("abcd")
    expect(student.page.locator("#ww-saved")).to_have_attribute("data-state", "failed")
    assert student.page.evaluate(PLACES) == before


def test_a_phone_shows_all_of_the_bad_news(town: Town) -> None:
    """The line has room for a few words; the rest, with its link, comes along at the edge."""
    student = town.student(careful=False, viewport=NARROW)
    student.watch.allow("401")
    student.visit(WRITING[0])
    student.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    with town.place.inside():
        end_sessions(town.ids["student"])
    area(student.page).evaluate(
        "each => { each.value = 'weg?'; each.dispatchEvent(new Event('input', {bubbles: true})) }"
    )
    along = student.page.locator(".ww-along")
    expect(along).to_contain_text("Je tekst blijft op dit apparaat.")
    expect(along).to_be_in_viewport(ratio=1)
    with student.context.expect_page() as opened:
        along.get_by_text("Log in en ga verder").click()
    assert "/inloggen" in opened.value.url


def test_who_takes_back_what_could_not_be_saved_reads_no_bad_news_any_more(town: Town) -> None:
    student = town.student(careful=False)
    student.watch.allow("net::ERR")
    student.visit(WRITING[0])
    student.page.route("**/*", lambda route: route.abort() if is_a_post(route) else route.continue_())
    area(student.page).fill("toch niet")
    expect(student.page.locator("#ww-saved")).to_have_attribute("data-state", "waiting")
    area(student.page).fill("")
    expect(student.page.locator("#ww-saved")).to_have_text(SAVED)


@pytest.mark.parametrize("row", ["W1-2", "W1-3"], ids=["same", "next"])
def test_a_level_on_a_phone_is_not_pressed_in_vain_after_writing(place: Place, row: str) -> None:
    """The work made way for who writes; coming back, it may not lie over what is pressed."""
    assessor = a_town(place, handed_in=True).assessor(careful=False, viewport=NARROW, has_touch=True)
    judging.open_work(assessor, "W1")
    judging.row(assessor, "W1-2").locator("[data-justification]").fill("Te zien in het werk")
    label = judging.row(assessor, row).locator(".ww-judgement label").nth(1)
    label.evaluate("each => scrollBy({top: each.getBoundingClientRect().top - 150, behavior: 'instant'})")
    at = label.bounding_box()
    assert at
    assessor.page.touchscreen.tap(at["x"] + 20, at["y"] + 20)
    expect(label.locator("input")).to_be_checked()
    expect(label.locator("input")).to_be_focused()
    expect(label).to_be_in_viewport()
    assert label.evaluate(IS_ON_TOP)


def test_who_goes_on_with_another_criterion_on_a_phone_reads_which_one(place: Place) -> None:
    """Where the work comes back it may lie over the criterion; that comes out from under it."""
    assessor = a_town(place, handed_in=True).assessor(careful=False, viewport=NARROW, has_touch=True)
    judging.open_work(assessor, "W1")
    judging.row(assessor, "W1-2").locator("[data-justification]").fill("Te zien in het werk")
    label = judging.row(assessor, "W1-3").locator(".ww-judgement label").nth(1)
    label.evaluate("each => scrollBy({top: each.getBoundingClientRect().top - 420, behavior: 'instant'})")
    label.tap()
    expect(label.locator("input")).to_be_focused()
    expect(assessor.page.locator("[data-desk].is-writing")).to_have_count(0)
    code = judging.row(assessor, "W1-3").locator("legend b")
    assessor.page.wait_for_function(IS_ON_TOP, arg=code.element_handle())
    assert label.evaluate(IS_ON_TOP)


def area(page: Page) -> Locator:
    """Give the plain field that saves itself."""
    return page.locator("form[data-autosave] textarea:not(.ww-editor__source)").last


def write(page: Page, text: str) -> None:
    """Write, and wait for the answer."""
    with page.expect_response(is_a_save):
        area(page).fill(text)
    expect(page.locator("#ww-saved")).to_have_text(SAVED)


def press(control: Locator) -> None:
    """Press, and hold."""
    control.hover()
    control.page.mouse.down()


def is_a_save(answer) -> bool:
    return answer.request.method == "POST"


def is_a_post(route: Route) -> bool:
    return route.request.method == "POST"


def answers_with(page: Page, part: str) -> None:
    """Let the next saves bring this part of the page."""

    def fulfil(route: Route) -> None:
        if not is_a_post(route):
            return route.continue_()
        answer = route.fetch()
        return route.fulfill(
            response=answer, body=json.dumps(answer.json() | {"fragments": {"#gevraagd": part}})
        )

    page.unroute("**/*")
    page.route("**/*", fulfil)
