"""What is typed in a form with a button stands there again after going back, until the server took it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Route, expect

from accounts.login.sessions import end_sessions
from tests.e2e.browsing import Person
from tests.e2e.people import Town, a_town, sign_in
from tests.e2e.places import Place

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("saving")]

AMOUNT, WORDS = "Aantal uur", "Wat heb je gedaan?"


@pytest.fixture
def town(place: Place) -> Town:
    return a_town(place)


@pytest.fixture
def student(town: Town) -> Person:
    """A student whose hours were refused: nobody works ninety-nine hours in a day."""
    made = town.student(careful=False)
    made.watch.allow("422")
    made.visit("/uren")
    made.fill(AMOUNT, "99")
    made.fill(WORDS, "met Riet gepraat")
    made.press("Voeg toe")
    return made


def _lose_what_is_sent(route: Route) -> None:
    route.abort() if route.request.method == "POST" else route.fallback()


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


def test_what_did_not_arrive_is_there_after_going_back(student: Person, place: Place) -> None:
    student.watch.allow("net::ERR")
    student.follow("Uren")
    student.fill(AMOUNT, "2")
    student.fill(WORDS, "flyers rondgebracht")
    student.page.route("**/uren*", _lose_what_is_sent)
    with student.page.expect_event("requestfailed"):
        student.page.get_by_role("button", name="Voeg toe").click()
    student.page.wait_for_url(re.compile("^chrome-error"))
    student.leave_page(student.page.go_back)
    _stands_there(student, "2", "flyers rondgebracht")


def test_without_a_connection_nothing_is_sent_and_all_stays(student: Person) -> None:
    student.fill(WORDS, "in de flat zonder bereik")
    student.page.context.set_offline(True)
    student.page.get_by_role("button", name="Voeg toe").click()
    expect(student.page.locator("form").get_by_role("alert")).to_contain_text(
        "Je bent offline. Er is niets verstuurd"
    )
    _stands_there(student, "99", "in de flat zonder bereik")
    student.page.context.set_offline(False)
    student.fill(AMOUNT, "2")
    student.tick("W1")
    student.press("Voeg toe")
    student.sees("in de flat zonder bereik")


def test_what_was_sent_after_the_session_ended_is_there_after_signing_in(student: Person, town: Town) -> None:
    student.fill(WORDS, "na een nacht slapen")
    with town.place.inside():
        end_sessions(town.ids["student"])
    student.watch.allow("401")
    student.press("Voeg toe")
    sign_in(student, town)
    student.visit("/uren")
    _stands_there(student, "99", "na een nacht slapen")


def test_another_person_in_this_browser_reads_nothing_of_it(student: Person, place: Place) -> None:
    student.context.clear_cookies()
    student.context.add_cookies(a_town(place).student(careful=False).context.cookies())
    student.follow("Programma")
    student.leave_page(student.page.go_back)
    _stands_there(student, "", "")
