"""Finds a Chromium or Chrome for the tests in the browser."""

import os
import shutil
from pathlib import Path

from setup.console import Stop, answers
from setup.packages import install_package

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ON_A_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
OF_PLAYWRIGHT = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
CACHES = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")


def ensure_chromium() -> Path:
    """Give the browser to test with; install it when there is none."""
    return find_chromium() or _installed()


def find_chromium() -> Path | None:
    """Give the first browser that starts; CHROMIUM names one by hand."""
    chosen = os.environ.get("CHROMIUM")
    if chosen and not answers([chosen, "--version"]):
        raise Stop(f"CHROMIUM says {chosen}, but that does not start.")
    return next((path for path in _candidates(chosen) if answers([path, "--version"])), None)


def _installed() -> Path:
    install_package("chromium", purpose="Chromium")
    found = find_chromium()
    if found is None:
        raise Stop(
            "Chromium was installed, but does not start. Name another one with CHROMIUM=/path/to/chromium"
        )
    return found


def _candidates(chosen: str | None) -> list[Path]:
    if chosen:
        return [Path(chosen)]
    on_path = [found for name in NAMES if (found := shutil.which(name))]
    folders = [os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or "", *CACHES]
    of_playwright = [
        found
        for folder in folders
        if folder
        for pattern in OF_PLAYWRIGHT
        for found in sorted(Path(folder).expanduser().glob(pattern), reverse=True)
    ]
    return [*map(Path, (*on_path, *ON_A_MAC)), *of_playwright]
