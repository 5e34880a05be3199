"""A student learns: reads a lesson, takes over the hours it proposes, writes hours down."""

from __future__ import annotations

from datetime import date

from tests.e2e.browsing import Person


def read_a_lesson(student: Person) -> None:
    """Open the first lesson of the programme and tick it off."""
    student.visit("/")
    student.visit("/programma")
    student.follow("Ga naar de les")
    student.press("Begin met deze les")
    student.press("Klaar met deze les")
    student.sees("Deze les is klaar. Bij Uren staat een voorstel")


def accept_proposed_hours(student: Person) -> None:
    """Take over the time that the lesson proposes."""
    student.visit("/uren")
    student.sees("Voorstellen")
    student.press("Neem over", exact=False)
    assert student.page.get_by_role("heading", name="Voorstellen").count() == 0


def log_hours(
    student: Person, work_process: str, amount: str, description: str, *, day: date | None = None
) -> None:
    """Write hours down by hand, of today or another day."""
    student.visit("/uren")
    before = student.page.locator("h1").inner_text()
    form = student.page.locator("form", has=student.page.get_by_role("button", name="Voeg toe"))
    if day:
        student.fill("Dag", day.isoformat(), within=form)
    student.fill("Aantal uur", amount, within=form)
    student.tick(work_process, within=form)
    student.fill("Wat heb je gedaan?", description, within=form)
    student.press("Voeg toe", within=form)
    student.sees(description)
    assert student.page.locator("h1").inner_text() != before
