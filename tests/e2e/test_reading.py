"""Reading a lesson on a phone: a word, a note, evidence; with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsing import NARROW, Person
from tests.e2e.people import a_town
from tests.e2e.places import Place
from tests.e2e.steps.work import SAVED

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("reading")]

LESSON, NOTE = "/programma/lessen/bewijs-kiezen", "Dit vraag ik morgen aan Karim."
A_VOICE = """
  window.said = [];
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [{ lang: 'nl-NL' }], cancel() {}, addEventListener() {},
    speak(asked) { window.said.push(asked.text); window.asked = asked; } } });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; } };
"""


def test_a_word_a_note_and_evidence_on_a_phone(place: Place) -> None:
    student = a_town(place).student(viewport=NARROW)
    page = student.page
    student.visit(LESSON)
    page.set_viewport_size(NARROW)
    word = page.locator(".ww-term").first
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ww-explained:popover-open")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".ww-explained:popover-open")).to_have_count(0)
    expect(word).to_be_focused()
    corner = page.locator(".ww-margin").first
    corner.locator("summary").click()
    corner.locator("textarea").fill(NOTE)
    expect(page.locator("#ww-saved")).to_contain_text(SAVED)
    make_evidence(student)
    student.close()


def test_the_same_without_scripts(place: Place) -> None:
    student = a_town(place).student(java_script_enabled=False, careful=False, viewport=NARROW)
    page = student.page
    student.visit(LESSON)
    page.locator(".ww-term").first.click()
    expect(page.locator(".ww-explained:popover-open")).to_have_count(1)
    page.locator(".ww-explained:popover-open").get_by_role("button", name="Sluit").click()
    corner = page.locator(".ww-margin").first
    corner.locator("summary").click()
    corner.locator("textarea").fill(NOTE)
    student.press("Bewaar", within=corner)
    expect(page.locator(".ww-margin textarea").first).to_have_value(NOTE)
    make_evidence(student)
    student.visit("/programma/woorden?zoek=bewijs")
    expect(page.locator("#woord-bewijs")).to_be_visible()


def test_a_lesson_is_read_aloud(place: Place) -> None:
    student = a_town(place).student(careful=False)
    page = student.page
    student.visit(LESSON)
    expect(page.get_by_role("button", name="Lees voor")).to_be_hidden()
    page.add_init_script(A_VOICE)
    page.reload()
    page.get_by_role("button", name="Lees voor").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".is-read-aloud")).to_have_count(1)
    page.evaluate("window.asked.dispatchEvent(new Event('end'))")
    assert len(page.evaluate("window.said")) == 2
    expect(page.get_by_role("button", name="Pauze")).to_be_focused()
    page.evaluate("window.asked.dispatchEvent(new Event('error'))")
    page.get_by_role("button", name="Lees verder voor").click()
    assert page.evaluate("window.said[1] === window.said[2]"), "what could not be said is said again"
    page.get_by_role("button", name="Stop met voorlezen").click()
    expect(page.locator(".is-read-aloud")).to_have_count(0)
    expect(page.get_by_role("button", name="Lees voor")).to_be_focused()


def test_who_reads_on_has_begun(place: Place) -> None:
    student = a_town(place).student(careful=False)
    student.visit("/programma/lessen/sociale-kaart")
    with student.page.expect_response(lambda answer: answer.url.endswith("/begin")) as begun:
        student.page.locator(".ww-lesson .ww-section").last.scroll_into_view_if_needed()
        student.page.locator(".ww-lesson > .ww-section").nth(3).scroll_into_view_if_needed()
    assert begun.value.status == 200
    student.visit("/programma")
    expect(student.page.locator("#next")).to_contain_text("De sociale kaart")


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_an_address_of_a_folded_module_opens_it(place: Place, has_script: bool) -> None:
    options = {} if has_script else {"java_script_enabled": False}
    student = a_town(place).student(careful=False, viewport=NARROW, **options)
    student.visit("/programma#M2")
    expect(student.page.locator("#M2")).to_be_in_viewport()
    expect(student.page.get_by_role("heading", name="Werk verbindend")).to_be_in_viewport()
    expect(student.page.locator("#M3")).to_be_hidden()


def test_a_module_opens_by_keyboard(place: Place) -> None:
    student = a_town(place).student(careful=False)
    student.visit("/programma")
    student.page.locator("summary", has_text="Werk verbindend").focus()
    student.page.keyboard.press("Enter")
    expect(student.page.locator("#M2")).to_be_visible()


def test_verder_leads_to_the_heading_on_another_device(place: Place) -> None:
    town = a_town(place)
    student = town.student(careful=False)
    student.visit("/programma/lessen/sociale-kaart")
    section = rest_at(student, 5)
    phone = town.student(viewport=NARROW)
    phone.visit("/programma")
    phone.sees("Je was bij")
    phone.leave_page(phone.page.get_by_role("link", name="Ga naar de les").click)
    assert phone.page.evaluate("location.hash") == f"#{section}"
    expect(phone.page.locator(f"#{section}")).to_be_in_viewport()
    assert rest_at(phone, 7) != section


def test_without_a_connection_reading_goes_on_and_is_told_later(place: Place) -> None:
    student = a_town(place).student(careful=False)
    page = student.page
    student.visit("/programma/lessen/sociale-kaart")
    rest_at(student, 3)
    asked = begun_by(page)
    page.clock.install()
    page.context.set_offline(True)
    stay(page, page.locator("[data-section]").nth(5))
    assert asked == []
    with page.expect_response(lambda answer: answer.url.endswith("/begin")) as told:
        page.context.set_offline(False)
    assert told.value.status == 200
    section = told.value.request.post_data.partition('name="section"')[2].split()[0]
    student.visit("/programma")
    expect(page.locator(f'.ww-next a[href$="#{section}"]')).to_be_visible()


def test_who_looks_up_a_word_at_the_end_has_not_read_so_far(place: Place) -> None:
    student = a_town(place).student(careful=False)
    asked = begun_by(student.page)
    student.page.clock.install()
    student.visit("/programma/lessen/sociale-kaart#woorden")
    stay(student.page, student.page.locator("[data-section]").last)
    assert asked == []
    student.visit("/programma")
    student.sees("Begin hier")


def begun_by(page: Page) -> list[str]:
    """Collect what a page tells about reading."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/begin") else None)
    return asked


def stay(page: Page, section: Locator) -> None:
    """Scroll to a section and let a minute pass, on a clock that stands still by itself."""
    section.evaluate("""async each => {
      each.scrollIntoView();
      await new Promise(seen => new IntersectionObserver(seen).observe(each));
    }""")
    page.clock.run_for(60_000)


def rest_at(student: Person, number: int) -> str:
    """Scroll to a section, stay there, and give its id when the server knows."""
    section = student.page.locator("[data-section]").nth(number)
    with student.page.expect_response(lambda answer: answer.url.endswith("/begin")) as told:
        section.evaluate("each => each.scrollIntoView()")
    assert told.value.status == 200
    return told.value.request.post_data.partition('name="section"')[2].split()[0]


def make_evidence(student: Person) -> None:
    """Make evidence of the note, and follow the way back to it."""
    student.press("Maak hier bewijs van")
    student.sees("Je notitie staat nu bij je bewijs.", "Uit je notities")
    student.follow("Uit je notities")
    student.sees(NOTE, "Dit is bewijs")
