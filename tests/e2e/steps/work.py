"""A student makes the pieces of work; every change saves itself."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsing import Person

SAVED = re.compile(r"Opgeslagen om \d\d:\d\d")
NOTHING_UNSENT = "() => !Object.keys(localStorage).some(key => key.startsWith('ww:unsent:'))"
Answers = dict[str, str]


def add_item(student: Person, section: str, name: str, answers: Answers) -> None:
    """Add an item to a section ("wijkanalyse/bronnen") and answer its questions."""
    student.visit(f"/werk/{section}")
    adding = student.page.locator("#erbij")
    adding.locator("input[name=name]").fill(name)
    student.press("Voeg toe", within=adding)
    student.sees(name)
    answer(student, student.page.locator("form[data-autosave]").first, answers)
    student.look_around()


def write_section(student: Person, section: str, answers: Answers) -> None:
    """Answer the questions of a section that is one form."""
    student.visit(f"/werk/{section}")
    answer(student, student.page.locator("form[data-autosave]").first, answers)
    student.look_around()


def connect(student: Person, section: str, name: str, target: str, certainty: str) -> None:
    """Connect an item to another one and say how sure that is; the connection shows in the piece."""
    student.visit(f"/werk/{section}")
    row = open_item(student, name).locator(".ww-connect").filter(has_text=target)
    row.locator("select").select_option(label=certainty)
    wait_until_saved(student)
    student.visit(f"/werk/{section.split('/')[0]}")
    student.sees("Verbanden")
    table = student.page.locator("#verbanden table")
    expect(table).to_contain_text(target)
    expect(table).to_contain_text(certainty)


def connect_in_section(student: Person, section: str, target: str, certainty: str) -> None:
    """Connect a section that is one form to an item, and say how sure that is."""
    student.visit(f"/werk/{section}")
    student.page.locator(".ww-connect").filter(has_text=target).locator("select").select_option(
        label=certainty
    )
    wait_until_saved(student)


def open_item(student: Person, name: str) -> Locator:
    """Open an item in its section."""
    item = (
        student.page.locator("details.ww-item").filter(has=student.page.get_by_text(name, exact=True)).first
    )
    if item.get_attribute("open") is None:
        item.locator("summary").first.click()
    return item


def answer(student: Person, form: Locator, answers: Answers) -> None:
    """Type the answers, and see that they were saved."""
    for label, text in answers.items():
        student.fill(label, text, within=form)
    student.page.locator("h1").click()
    wait_until_saved(student)


def wait_until_saved(student: Person) -> None:
    """Wait until nothing is left to send, and the line says when the text was saved."""
    is_saved(student.page)


def is_saved(page: Page) -> None:
    """Wait until nothing is left to send from this page, and its line says when that was."""
    page.wait_for_function(NOTHING_UNSENT)
    expect(page.locator("#ww-saved")).to_have_attribute("data-state", "saved")
    expect(page.locator("#ww-saved")).to_have_text(SAVED)
