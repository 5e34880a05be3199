"""The exam board decides, and the student is told; before that nothing leaks."""

from __future__ import annotations

from datetime import date

from tests.e2e.browsing import Person
from tests.e2e.steps.crawling import crawl


def put_on_agenda(member: Person, student: str, day: date) -> None:
    """Choose a complete dossier for a meeting."""
    member.visit("/examencommissie")
    member.page.get_by_label(f"Kies {student}").check()
    member.fill("Datum van de vergadering", day.isoformat())
    member.press("Zet op de agenda")
    member.sees("Er wacht 1 dossier op een besluit.")


def determine(member: Person, student: str, reason: str) -> None:
    """Read the dossier and its work, and determine what the rules give."""
    member.follow(student)
    member.sees("Controle", "Wat besluit de commissie?")
    dossier = member.page.url.removeprefix(member.address)
    member.visit(f"{dossier}/werk/{_first_work(member)}")
    member.visit(dossier)
    member.tick("Vaststellen:")
    member.fill("Motivering", reason)
    member.tick("Ik ben niet betrokken geweest")
    member.press("Leg het besluit vast")


def announce(member: Person, student: str) -> None:
    """Make the result known."""
    member.visit("/examencommissie")
    member.page.get_by_label(f"Kies {student}").check()
    member.press("Maak de gekozen resultaten bekend")


def nothing_leaks(student: Person, *canaries: str) -> None:
    """No page that the student can reach, and no download, holds one of these words."""
    pages = crawl(student)
    assert len(pages) > 25, sorted(pages)
    leaks = [(path, word) for path, text in pages.items() for word in canaries if word in text]
    assert leaks == []


def read_result(student: Person, level: str, *words: str) -> None:
    """The home leads to the result, which tells why."""
    student.visit("/")
    student.sees("je resultaat staat klaar")
    student.follow("Bekijk je resultaat")
    student.sees(f"Je resultaat: {level}", "bezwaar maken tot en met", *words)


def _first_work(member: Person) -> str:
    link = member.page.locator("a[href*='/werk/']").first.get_attribute("href")
    return link.rsplit("/", 1)[-1]
