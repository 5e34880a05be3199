"""A student hands in: declares, gets a receipt, takes back, hands in again."""

from __future__ import annotations

import re

from tests.e2e.browsing import Person

HASH = re.compile(r"[0-9a-f]{64}")
AT = re.compile(r"\d+ \w+ \d{4} om \d\d:\d\d:\d\d uur")


def hand_in(student: Person, work_process: str, *, ai_use: str = "") -> str:
    """Look at what is frozen, declare, hand in, and give the hash on the receipt."""
    student.visit(f"/inleveren/{work_process}")
    student.sees("Dit is precies wat je inlevert.")
    student.tick("Ja" if ai_use else "Nee")
    if ai_use:
        student.fill("Waarvoor en hoe gebruikte je het?", ai_use)
    student.page.get_by_label("Dit werk is van mij.", exact=False).check(force=True)
    student.press("Lever in en zet vast")
    return read_receipt(student)


def read_receipt(student: Person) -> str:
    """The receipt has a time and a hash, and was checked against what is kept."""
    if not student.page.get_by_role("heading", name="Ontvangstbewijs").count():
        student.follow("ontvangstbewijs", exact=False)
    student.sees("Gecontroleerd: wat er bewaard is, hoort bij deze code.")
    text = student.page.locator("main").inner_text()
    assert AT.search(text), text
    return HASH.search(text).group()


def take_back(student: Person) -> None:
    """Take the work of this receipt back, as long as nobody began."""
    student.press("Haal je werk terug")
    student.sees_not("Haal je werk terug")
