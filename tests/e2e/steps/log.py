"""The log of the school: every step has a sentence, and the chain is whole."""

from __future__ import annotations

from tests.e2e.browsing import Person
from tests.e2e.places import Place


def tells(admin: Person, *sentences: str) -> None:
    """The log holds all these sentences, on its pages from new to old."""
    admin.visit("/logboek")
    text = admin.page.locator("main").inner_text()
    while admin.page.get_by_role("link", name="Ouder", exact=True).count():
        admin.follow("Ouder")
        text += admin.page.locator("main").inner_text()
    missing = [each for each in sentences if each not in text]
    assert missing == []


def chain_is_whole(place: Place) -> None:
    """The command that checks the chain finds nothing."""
    said = place.command("audit", "verify")
    assert "OK" in said or "whole" in said, said
