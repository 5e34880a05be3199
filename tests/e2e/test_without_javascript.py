"""Reading, writing, handing in, judging and signing work in a browser without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.browsing import Person
from tests.e2e.people import a_town
from tests.e2e.places import Place
from tests.e2e.steps import handing_in, judging, learning
from tests.factories.assessments import W1

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("plain")]

WITHOUT = {"java_script_enabled": False, "careful": False}


def test_a_student_reads_writes_and_hands_in(place: Place) -> None:
    student = a_town(place).student(**WITHOUT)
    learning.read_a_lesson(student)
    learning.accept_proposed_hours(student)
    student.visit("/werk/wijkanalyse/eigen-rol")
    student.fill("Wat is je rol, en namens wie?", "Stagiair bij het wijkteam.")
    student.press("Bewaar")
    expect(student.page.get_by_label("Wat is je rol, en namens wie?")).to_have_value(
        "Stagiair bij het wijkteam."
    )
    boxes = student.page.locator("form", has=student.page.locator("input[name^=c_]"))
    expect(student.page.locator("input[name^=c_]").first).not_to_be_checked()
    boxes.locator("label.ww-choice").first.click()
    student.press("Bewaar", within=boxes)
    expect(student.page.locator("input[name^=c_]").first).to_be_checked()
    receipt = handing_in.hand_in(student, W1)
    student.visit(f"/inleveren/{W1}")
    assert handing_in.read_receipt(student) == receipt


def test_a_conflict_shows_both_texts(place: Place) -> None:
    town = a_town(place)
    student = town.student(**WITHOUT)
    student.visit("/werk/wijkanalyse/eigen-rol")
    other = student.context.new_page()
    other.goto("/werk/wijkanalyse/eigen-rol")
    student.fill("Waar sta je tussen de andere partijen?", "de eerste tekst over mijn positie")
    student.press("Bewaar")
    student.watch.allow("409")
    expect(other.get_by_label("Waar sta je tussen de andere partijen?")).not_to_have_value(
        "de eerste tekst over mijn positie"
    )
    other.get_by_label("Waar sta je tussen de andere partijen?").fill("de tweede tekst over mijn positie")
    with other.expect_event("load"):
        other.get_by_role("button", name="Bewaar", exact=True).first.click()
    shown = other.locator("main").inner_text() + " ".join(
        each.input_value() for each in other.locator("textarea").all()
    )
    assert "de eerste tekst over mijn positie" in shown
    assert "de tweede tekst over mijn positie" in shown


def test_an_assessor_judges_and_signs(place: Place) -> None:
    assessor = a_town(place, handed_in=True).assessor(**WITHOUT)
    assessor.visit("/beoordelen")
    assessor.press("Begin met beoordelen", exact=False)
    one_by_one(assessor, "W1-1")
    assessor.follow("Bewaar liever alle criteria in één keer")
    for number in range(2, 8):
        row = judging.row(assessor, f"W1-{number}")
        row.locator("label", has=assessor.page.locator("[data-level='2']")).click()
        row.locator("[data-justification]").fill(f"Te zien in het werk W1-{number}")
    assessor.press("Bewaar alles")
    expect(assessor.page.locator("#desk-progress b")).to_have_text("7 van 7")
    expect(assessor.page.locator("[data-first-open]")).to_have_count(0)
    judging.sign(assessor, "Te zien in het werk W1-7")


def one_by_one(assessor: Person, code: str) -> None:
    """Judge one criterion with the button of its own."""
    row = judging.row(assessor, code)
    row.locator("label", has=assessor.page.locator("[data-level='3']")).click()
    row.locator("[data-justification]").fill("Te zien in bron 1")
    assessor.press(f"Bewaar {code}", within=row)
    expect(judging.row(assessor, code).locator("[data-level='3']")).to_be_checked()
    expect(judging.row(assessor, code).locator("[data-justification]")).to_have_value("Te zien in bron 1")
