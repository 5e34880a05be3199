"""Where in the frozen work a judgement points: a piece by its name, or a passage by its words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

SHORTEST = 12  # letters of a passage: fewer could stand anywhere


@dataclass(frozen=True)
class Place:
    """A spot in the frozen work, by the id that it has on the page; without anchor it was not found."""

    title: str
    anchor: str


def named_places(work: Mapping[str, Any]) -> Iterator[tuple[Place, list[str]]]:
    """Give each piece of frozen work that has a name, with the criteria that the student linked to it."""
    for section in work.get("sections", ()):
        for item in section["items"]:
            yield Place(item["name"], f"i-{item['id']}"), item["criteria"]
    for each in work.get("evidence", ()):
        if each["kind"] != "item":
            yield Place(each["title"], f"p-{each['passage']}"), each["criteria"]


def pointed_at(evidence: str, work: Mapping[str, Any]) -> list[Place]:
    """Give a place for each line that an assessor wrote down as evidence."""
    lines = [line.strip() for line in evidence.splitlines() if line.strip()]
    return [Place(line, _anchor(line, work)) for line in lines]


def _anchor(line: str, work: Mapping[str, Any]) -> str:
    wanted = _letters(line)
    if by_name := next((place for place, _ in named_places(work) if _letters(place.title) == wanted), None):
        return by_name.anchor
    if len(wanted) < SHORTEST:
        return ""
    return next((anchor for anchor, text in _passages(work) if wanted in _letters(text)), "")


def _passages(work: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for section in work.get("sections", ()):
        for item in section["items"]:
            yield from ((f"p-{field['passage']}", field["text"]) for field in item["fields"])
    for each in work.get("evidence", ()):
        yield f"p-{each['passage']}", each.get("body") or ""


def _letters(text: str) -> str:
    """Keep what stays the same between a text as written and a text as selected on the screen."""
    return re.sub(r"[\W_]+", " ", text).strip().casefold()
