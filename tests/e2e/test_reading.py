"""Reading a lesson on a phone: a word, a note, evidence; with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

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


def make_evidence(student: Person) -> None:
    """Make evidence of the note, and follow the way back to it."""
    student.press("Maak hier bewijs van")
    student.sees("Je notitie staat nu bij je bewijs.", "Uit je notities")
    student.follow("Uit je notities")
    student.sees(NOTE, "Dit is bewijs")
