"""A browser in plain words, out of what it says of itself. Pure: nothing else of it is kept."""

from __future__ import annotations

BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"),
    ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


def name_browser(agent: str) -> str:
    """Give "browser/system", each empty when we do not know it."""
    return f"{_first(BROWSERS, agent)}/{_first(SYSTEMS, agent)}"


def parts_of(name: str) -> tuple[str, str]:
    """Give browser and system of a name made here."""
    browser, _, system = name.partition("/")
    return browser, system


def _first(known: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for mark, name in known if mark in agent), "")
