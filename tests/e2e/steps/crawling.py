"""Every page that somebody can reach by links, as text."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from tests.e2e.browsing import Person

DOORS = ("/", "/resultaat", "/werk", "/bewijs", "/uren", "/programma", "/reacties", "/account")


def crawl(person: Person, *, most: int = 400) -> dict[str, str]:
    """Follow all links from the doors of the house, as this person; give the text of every answer."""
    found: dict[str, str] = {}
    waiting = list(DOORS)
    while waiting and len(found) < most:
        path = waiting.pop()
        if path not in found:
            answer = person.context.request.get(person.address + path)
            found[path] = answer.body().decode("utf-8", "replace")
            assert answer.status < 500, path
            waiting.extend(_links(person, path, answer.headers.get("content-type", ""), found[path]))
    return found


def _links(person: Person, path: str, kind: str, text: str) -> list[str]:
    if not kind.startswith("text/html"):
        return []
    targets = [
        urljoin(person.address + path, each["href"]) for each in BeautifulSoup(text, "lxml").select("a[href]")
    ]
    own = [urlsplit(urldefrag(each).url) for each in targets if each.startswith(person.address + "/")]
    return [each.path + (f"?{each.query}" if each.query else "") for each in own]
