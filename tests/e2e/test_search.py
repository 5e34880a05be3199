"""A student finds a word in a lesson and in an own note, and is brought to it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.people import a_town
from tests.e2e.places import Place

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("search")]


def test_a_student_finds_a_stem_a_typo_and_an_own_note(place_on_both: Place) -> None:
    student = a_town(place_on_both).student()
    student.visit("/programma")
    student.fill("Zoek in de cursus en in wat je zelf schreef", "huismeesters")
    student.press("Zoek")
    results = student.page.locator(".ww-results")
    expect(results.locator("mark").first).to_have_text("huismeester", ignore_case=True)
    link = results.get_by_role("link", name="Waarom het de moeite waard is", exact=True)
    student.leave_page(link.click)
    assert student.page.evaluate("location.hash") == "#waarom-het-de-moeite-waard-is"
    expect(student.page.locator("p", has_text="de huismeester, kent elke deur")).to_be_in_viewport()

    student.visit("/programma/zoeken?q=eenzaamhied")
    student.sees("Bedoelde je ‘eenzaamheid’?")
    expect(results.locator("mark").first).to_contain_text("eenza", ignore_case=True)

    student.visit("/programma/notities/bij/welkom/wat-ging-hier-mis")
    student.fill("Notitie bij ‘Wat ging hier mis?’", "Ik vroeg het aan de zeppelinbouwer.")
    expect(student.page.locator("#ww-saved")).to_contain_text("Opgeslagen")
    student.visit("/programma/zoeken?q=zepelinbouwers")
    student.sees("Bedoelde je ‘zeppelinbouwer’?", "Jouw notitie")
    student.leave_page(results.get_by_role("link").first.click)
    assert student.page.url.endswith("/programma/lessen/welkom#notitie-wat-ging-hier-mis")
    note = student.page.get_by_label("Notitie bij ‘Wat ging hier mis?’")
    expect(note).to_have_value("Ik vroeg het aan de zeppelinbouwer.")
    expect(note).to_be_in_viewport()
    student.close()
