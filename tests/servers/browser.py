"""A real Chromium, driven by Playwright."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from setup.chromium import find_chromium
from setup.console import Stop

# Without a screen, as root, and without the browser's own visits to other hosts.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch_options() -> dict[str, Any]:
    """Give what `playwright.chromium.launch(**launch_options())` needs on this machine."""
    found = find_chromium()
    if found is None:
        raise Stop("Chromium was not found; `make test` installs it or says how.")
    return {"executable_path": str(found), "args": list(ARGUMENTS)}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser per test process; each test makes its own context in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()
