"""Who goes back to a form that was not right finds the form with what was typed, and no question of the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.browsing import Person
from tests.e2e.people import a_town
from tests.e2e.places import Place

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("saving")]

AMOUNT, WORDS = "Aantal uur", "Wat heb je gedaan?"


@pytest.fixture
def student(place: Place) -> Person:
    """A student whose hours were refused: nobody works ninety-nine hours in a day."""
    made = a_town(place).student(careful=False)
    made.watch.allow("422")
    made.visit("/uren")
    made.fill(AMOUNT, "99")
    made.fill(WORDS, "met Riet gepraat")
    made.press("Voeg toe")
    return made


def _stands_there(student: Person, amount: str, words: str) -> None:
    expect(student.page.get_by_label(AMOUNT)).to_have_value(amount)
    expect(student.page.get_by_label(WORDS)).to_have_value(words)


def test_what_was_typed_is_there_after_going_back_and_after_loading_anew(student: Person) -> None:
    student.fill(WORDS, "met Riet gepraat, en met Sjaak")
    student.follow("Programma")
    student.leave_page(student.page.go_back)
    _stands_there(student, "99", "met Riet gepraat, en met Sjaak")
    student.leave_page(student.page.reload)
    _stands_there(student, "99", "met Riet gepraat, en met Sjaak")


def test_what_was_taken_is_not_put_back(student: Person) -> None:
    student.fill(AMOUNT, "2")
    student.tick("W1")
    student.press("Voeg toe")
    student.sees("met Riet gepraat")
    student.leave_page(student.page.go_back)
    _stands_there(student, "", "")


def test_another_person_in_this_browser_reads_nothing_of_it(student: Person, place: Place) -> None:
    student.context.clear_cookies()
    student.context.add_cookies(a_town(place).student(careful=False).context.cookies())
    student.follow("Programma")
    student.leave_page(student.page.go_back)
    _stands_there(student, "", "")
