"""Assessors: the worklist, the desk by mouse and by keyboard, signing, agreeing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, expect

from tests.e2e.browsing import Person

SAVED = re.compile(r"Opgeslagen om \d\d:\d\d")
LEVELS = {"O": 1, "V": 2, "G": 3}


def open_work(assessor: Person, label: str) -> None:
    """Take a piece of work from the worklist."""
    assessor.visit("/beoordelen")
    task = assessor.page.locator("li.ww-task li").filter(has_text=label)
    assessor.press("Begin met beoordelen", within=task, exact=False)
    expect(assessor.page.locator("[data-desk]")).to_be_visible()


def judge_by_mouse(assessor: Person, levels: Mapping[str, str], words: str) -> None:
    """Choose a level and write why, criterion by criterion."""
    for at, (code, level) in enumerate(levels.items(), start=1):
        row = assessor.page.locator(f"#c-{code}")
        row.locator("label", has=assessor.page.locator(f"[data-level='{LEVELS[level]}']")).click()
        row.locator("[data-justification]").fill(f"{words} {code}")
        row.locator("[data-evidence]").click()
        counted(assessor, at, len(levels))
    assessor.look_around()


def judge_by_keyboard(assessor: Person, levels: Mapping[str, str], words: str) -> None:
    """Go on with J, judge with 1, 2 and 3, type after Tab, and leave the text with Esc."""
    keyboard = assessor.page.keyboard
    assessor.page.locator("[data-key=next]").focus()
    for at, (code, level) in enumerate(levels.items(), start=1):
        if at > 1:
            keyboard.press("Escape")
        keyboard.press("j")
        expect(assessor.page.locator(f"#c-{code}")).to_have_class(re.compile("is-active"))
        keyboard.press(str(LEVELS[level]))
        expect(assessor.page.locator(f"#c-{code} [data-level='{LEVELS[level]}']")).to_be_checked()
        keyboard.press("Tab")
        expect(assessor.page.locator(f"#c-{code} [data-justification]")).to_be_focused()
        keyboard.type(f"{words} {code}")
        keyboard.press("Tab")
        counted(assessor, at, len(levels))


def counted(assessor: Person, done: int, total: int) -> None:
    """See the progress that the server counted, and that all was saved."""
    expect(assessor.page.locator("#desk-progress b")).to_have_text(f"{done} van {total}")
    expect(assessor.page.locator("#ww-saved")).to_have_text(SAVED)


def sign(assessor: Person, words: str) -> None:
    """Read once more, and sign."""
    assessor.follow("Lees na en onderteken")
    assessor.sees("Na het ondertekenen verandert er niets meer.", words)
    assessor.press("Onderteken")
    assessor.visit("/beoordelen")
    assessor.sees("Laatst ondertekend")


def begin_talking(assessor: Person, differing: int) -> None:
    """Open the rows that differ."""
    assessor.visit("/beoordelen")
    assessor.sees("Samen bespreken", f"{differing} criteria verschillen")
    assessor.follow("Bespreek dit", exact=False)
    assessor.sees(f"Jullie verschillen bij {differing} criteria.")


def propose(assessor: Person, code: str, level: str, words: str) -> None:
    """Propose a level for one row."""
    row = assessor.page.locator(f"#c-{code}")
    assessor.tick(level, within=row)
    assessor.fill("Onderbouwing", words, within=row)
    assessor.press("Stel dit voor", within=row)


def agree_with(assessor: Person, code: str) -> None:
    """Agree with what the other proposed."""
    assessor.press(f"Eens met dit voorstel voor {code}")


def sees_agreement(assessor: Person) -> None:
    """All rows stand."""
    assessor.sees("Jullie zijn klaar. De rijen staan vast.")


def row(assessor: Person, code: str) -> Locator:
    """Give one row of the desk."""
    return assessor.page.locator(f"#c-{code}")
