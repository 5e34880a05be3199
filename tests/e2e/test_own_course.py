"""An administrator writes and publishes a lesson; a student reads it on a phone. Also without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import APIResponse, Route, expect

from tests.e2e.browsing import NARROW, Person
from tests.e2e.places import Place
from tests.e2e.writing import (
    ADMIN,
    CORE,
    STUDENT,
    a_writer_and_a_reader,
    begins_a_lesson,
    chooses_what_it_is_for,
    options_for,
    publishes,
)
from tests.factories.enrolments import D1

pytestmark = pytest.mark.e2e

TEXT = "Loop om negen uur langs de **markt**."


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_an_own_lesson_from_writing_to_reading(place: Place, has_script: bool) -> None:
    options = options_for(has_script=has_script)
    admin, student = a_writer_and_a_reader(place)
    writes_and_publishes(place.signed_in(admin, name=ADMIN, **options))
    reader = place.signed_in(student, name=STUDENT, viewport=NARROW, **options)
    reader.visit("/programma")
    reader.follow("Onze markt")
    reader.sees(CORE, "Loop om negen uur langs de markt.", "Schrijf wat de student gaat doen.")


def test_a_button_waits_for_the_save_that_is_on_its_way(place: Place) -> None:
    """The server has the save and its answer is late: nobody is in conflict with oneself."""
    admin, _student = a_writer_and_a_reader(place)
    person = place.signed_in(admin, name=ADMIN)
    begins_a_lesson(person, text=TEXT)
    chooses_what_it_is_for(person)
    expect(person.page.locator("#voorbeeld")).to_contain_text("Loop om negen uur langs de markt.")
    held: list[tuple[Route, APIResponse]] = []

    def answer_late(route: Route) -> None:
        held.append((route, route.fetch()))

    person.page.route(re.compile(r"/cursus/eigen/[0-9a-f-]+$"), answer_late, times=1)
    person.fill("Kern", "Een markt is meer dan kramen.")
    person.page.get_by_label("Tekst", exact=True).focus()
    while not held:
        person.page.wait_for_timeout(20)
    person.page.keyboard.insert_text("Meer. ")
    person.page.get_by_role("button", name="Klaar voor de cursus").click(no_wait_after=True)
    [(route, answer)] = held
    route.fulfill(response=answer)
    person.sees("Versie 1 staat in het concept.")
    person.close()


def test_a_fault_leads_to_its_line(place: Place) -> None:
    """A text field shows no numbers of lines: the link selects the line, also far down."""
    admin, _student = a_writer_and_a_reader(place)
    person = place.signed_in(admin, name=ADMIN, viewport=NARROW)
    begins_a_lesson(person, text=f"{TEXT}\n" * 60 + "::: onbekend\nfout\n:::\n")
    person.watch.allow("status of 422")
    person.press("Klaar voor de cursus")
    person.page.locator(".ww-errors").get_by_role("link", name="Ga naar regel 61").click()
    field = person.page.get_by_label("Tekst", exact=True)
    expect(field).to_be_focused()
    chosen = field.evaluate("each => each.value.slice(each.selectionStart, each.selectionEnd)")
    assert chosen == "::: onbekend"
    person.close()


def test_hours_add_up_while_they_are_typed(place: Place) -> None:
    admin, _student = a_writer_and_a_reader(place)
    person = place.signed_in(admin, name=ADMIN, viewport=NARROW)
    person.visit(f"/cursus/{D1}/uren")
    [first, second] = [person.page.locator("[data-hours-sum]").nth(place) for place in (0, 1)]
    expect(first).to_have_text("Samen nu: 240 van 240 uur.")
    box = person.page.get_by_label("Welkom in de wijk, zelf").first
    hours = int(box.input_value())
    box.fill(str(hours - 2))
    expect(first).to_have_text("Samen nu: 238 van 240 uur. Nog te verdelen: 2 uur.")
    box.fill(str(hours + 1))
    expect(first).to_have_text("Samen nu: 241 van 240 uur. Te veel: 1 uur.")
    expect(second).to_have_text("Samen nu: 240 van 240 uur.")
    person.close()


def writes_and_publishes(admin: Person) -> None:
    """Begin a lesson, write it, look at it, put it in the course and publish that."""
    begins_a_lesson(admin, text=TEXT)
    insert_a_component(admin)
    chooses_what_it_is_for(admin)
    if admin.has_script:
        expect(admin.page.locator("#voorbeeld")).to_contain_text("Loop om negen uur langs de markt.")
    else:
        admin.press("Bewaar en bekijk")
        admin.sees("Loop om negen uur langs de markt.", "Tel mee")
    publishes(admin)


def insert_a_component(admin: Person) -> None:
    """With script a button inserts the skeleton; without it, it is copied from the help."""
    admin.page.get_by_text("Onderdelen om in te voegen").click()
    skeleton = admin.page.locator("[data-skeleton]", has_text="Doe dit in je wijk")
    wanted = f"{TEXT}\n\n{skeleton.locator('pre').inner_text()}"
    if admin.has_script:
        skeleton.get_by_role("button", name="Voeg in").click()
    else:
        admin.fill("Tekst", wanted)
    assert admin.page.get_by_label("Tekst", exact=True).input_value().strip() == wanted
