"""Somebody with a browser of their own, who is watched at every page they visit."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Response, expect

from tests.e2e.axe import axe
from tests.e2e.watching import Watch

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# Pictures are there, letters have their shape, and editors stand where they will stand.
SETTLED = """() => document.readyState === 'complete' && document.fonts.status === 'loaded'
  && (!document.documentElement.classList.contains('ww-js')
      || !document.querySelector('textarea[data-editor]:not(.ww-editor__source):not(:focus)'))"""
TOO_WIDE = """() => document.documentElement.scrollWidth > window.innerWidth
  ? [...document.querySelectorAll('main *, header *, footer *')]
      .filter(each => each.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(0, 5).map(each => each.outerHTML.slice(0, 120)) : []"""


class Person:
    """A person with a browser; every page is looked at in two widths unless `careful` is off."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        name: str = "",
        email: str = "",
        careful: bool = True,
        **options: Any,
    ) -> None:
        self.name, self.email, self.careful, self.address = name, email, careful, address
        options = {"viewport": WIDE, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam"} | options
        self.has_script = options.get("java_script_enabled", True)
        self.context = browser.new_context(base_url=address, **options)
        self.context.set_default_timeout(15_000)
        self.watch = Watch(self.context, address)
        self.page: Page = self.context.new_page()
        self.secret = ""
        self.seen: set[int] = set()
        self.findings: list[str] = []

    def visit(self, path: str, *, status: int = 200) -> Response:
        """Go to an address and look around."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path}: {answer.status}"
        self.look_around()
        return answer

    def follow(self, name: str, *, within: Locator | None = None, exact: bool = True) -> None:
        """Follow a link by its words."""
        self._leave((within or self.page).get_by_role("link", name=name, exact=exact).first)

    def press(self, name: str, *, within: Locator | None = None, exact: bool = True) -> None:
        """Press a button that leads to another page."""
        self._leave((within or self.page).get_by_role("button", name=name, exact=exact).first)

    def fill(self, label: str, value: str, *, within: Locator | None = None) -> None:
        """Fill the field with this label; a field with an editor takes it as typed text."""
        asked = re.compile(rf"^\s*{re.escape(label)}(\s*\(hoeft niet\))?\s*$")
        field = (within or self.page).get_by_label(asked).first
        if field.get_attribute("contenteditable") == "true":
            field.click()
            self.page.keyboard.insert_text(value)
        elif field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)

    def tick(self, label: str, *, within: Locator | None = None) -> None:
        """Tick a box or choose a radio button by its words."""
        (within or self.page).locator("label").filter(has_text=label).first.click()

    def sees(self, *texts: str) -> None:
        """Check that these words stand in the page."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def sees_not(self, *texts: str) -> None:
        """Check that these words stand nowhere in the page, its hidden parts included."""
        html = self.page.content()
        for text in texts:
            assert text not in html, f"{self.page.url} shows {text!r}"

    def look_around(self) -> None:
        """Check the page as it is now, in both widths."""
        self.page.wait_for_function(SETTLED) if self.has_script else self.page.wait_for_load_state()
        if not self.careful:
            return self.watch.check(self.page.url)
        # The same page twice tells nothing new.
        mark = hash((self.page.url, self.page.locator("main").inner_text()))
        if mark not in self.seen:
            self.seen.add(mark)
            self.look_at(WIDE)
            self.look_at(NARROW)
            self.page.set_viewport_size(WIDE)
        self.watch.check(self.page.url)

    def look_at(self, size: dict[str, int]) -> None:
        """Check the page at one width: nothing for axe, nothing sticks out."""
        self.page.set_viewport_size(size)
        where = f"{self.page.url} at {size['width']}"
        found = axe(self.page) + [f"sticks out: {each}" for each in self.page.evaluate(TOO_WIDE)]
        for each in found:
            # Also printed, so that a journey that breaks off later still tells it.
            print(f"{where}: {each}")
            self.findings.append(f"{where}: {each}")

    def leave_page(self, act: Any) -> None:
        """Do something that leads to another page, and look around there.

        Who sends a file goes to a place on this page first, which is then read anew: only a load counts.
        """
        with self.page.expect_event("load"):
            act()
        self.look_around()

    def close(self) -> None:
        """Close the browser, after a last look at what was found."""
        self.watch.check(self.page.url)
        assert self.findings == []
        self.context.close()

    def _leave(self, control: Locator) -> None:
        self.leave_page(control.click)
