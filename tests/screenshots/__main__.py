"""`python -m tests.screenshots`: fill a demo school and take the pictures of the README."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from setup.places import ROOT
from tests.servers.app import AppServer, flask
from tests.servers.browser import launch_options

FOLDER = ROOT / "docs" / "screenshots"
WIDE, NARROW = (1280, 900), (390, 844)
PASSWORD = "wijkwijs-demo"


def main() -> None:
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with _demo_school() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        _student(browser, server.url)
        _assessor(browser, server.url)
        _board(browser, server.url)
        _administrator(browser, server.url)
        _anyone(browser, server)
        browser.close()
    for picture in sorted(FOLDER.glob("*.png")):
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size // 1024} kB")


def _student(browser: Browser, address: str) -> None:
    page = _signed_in(browser, address, "samira", WIDE)
    _take(page, "/", "student-home-1280")
    page = _signed_in(browser, address, "samira", NARROW)
    _take(page, "/", "home-390")
    _take(page, "/werk/wijkanalyse", "work-390")
    _take(page, "/programma/lessen/schimmel-op-de-muur", "lesson-390")


def _assessor(browser: Browser, address: str) -> None:
    page = _signed_in(browser, address, "henk", WIDE)
    page.goto("/beoordelen")
    _take(page, page.get_by_role("link", name="Ga verder").first.get_attribute("href"), "desk-1280")


def _board(browser: Browser, address: str) -> None:
    page = _signed_in(browser, address, "anneke", WIDE)
    page.goto("/examencommissie")
    _take(page, page.get_by_role("link", name="Femke Smit").first.get_attribute("href"), "board-1280")


def _administrator(browser: Browser, address: str) -> None:
    page = _signed_in(browser, address, "wilma", WIDE)
    _take(page, "/cursus/d1-wijkgericht-werken", "course-1280")


def _anyone(browser: Browser, server: AppServer) -> None:
    rows = json.loads(flask("certificates", "list", "--json", env=server.env))
    row = next(each for each in rows if each["status"] == "issued")
    page = _page(browser, server.url, WIDE)
    page.goto("/controleer")
    page.get_by_label("Nummer van het certificaat").fill(row["number"])
    page.get_by_label("Code van het certificaat").fill(row["code"])
    with page.expect_event("load"):
        page.get_by_role("button", name="Controleer", exact=True).click()
    _shoot(page, "check-1280")


def _signed_in(browser: Browser, address: str, who: str, size: tuple[int, int]) -> Page:
    page = _page(browser, address, size)
    page.goto("/inloggen")
    page.get_by_label("E-mailadres").fill(f"{who}@waterrijk.example")
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    with page.expect_event("load"):
        page.get_by_role("button", name="Log in", exact=True).click()
    return page


def _page(browser: Browser, address: str, size: tuple[int, int]) -> Page:
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(
        base_url=address, viewport=viewport, locale="nl-NL", timezone_id="Europe/Amsterdam",
        reduced_motion="reduce",
    )  # fmt: skip
    return context.new_page()


def _take(page: Page, path: str | None, name: str) -> None:
    page.goto(path or "/")
    _shoot(page, name)


def _shoot(page: Page, name: str) -> None:
    page.wait_for_function("() => document.readyState === 'complete' && document.fonts.status === 'loaded'")
    page.screenshot(path=FOLDER / f"{name}.png", animations="disabled", caret="hide")


class _DemoServer(AppServer):
    """A server of the demo: it starts only where it is asked for by name."""

    arguments = ("--demo",)


@contextmanager
def _demo_school() -> Iterator[AppServer]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'wijkwijs.sqlite3'}"
        server = _DemoServer(database_url=url, data_dir=Path(folder), env={"WIJKWIJS_MODE": "demo"})
        flask("db", "upgrade", env=server.env)
        flask("demo", "load", env=server.env)
        server.start()
        try:
            yield server
        finally:
            server.stop()


if __name__ == "__main__":
    main()
