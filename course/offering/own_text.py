"""A lesson or assignment of a school as the text of a file, in the notation of the course. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from course.offering.kinds import OwnKind

PREFIX = "eigen-"  # no slug of a catalogue begins with it: an own document never takes its place
LONGEST_SLUG = 50
MOST_DOCUMENTS = 300


def as_file(kind: OwnKind, slug: str, number: int, header: Mapping[str, Any], body: str) -> str:
    """Write the text of the file; `header` also says the module and its work process."""
    title = header["title"]
    keys = _lesson_keys(header) if kind is OwnKind.LESSON else _assignment_keys(header)
    front = {"id": f"E{number:02d}", "slug": slug, "title": title, "module": header["module"], **keys}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    opening = [f"# {title}", ""]
    if kind is OwnKind.LESSON:
        opening += [f"**Kern.** {header['core']}", ""]
    return "\n".join(["---", *lines, "reviewed: nee", "---", *opening, body.strip(), ""])


def slug_for(title: str, taken: Collection[str]) -> str:
    """Make a slug of a title that nothing else has."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", ascii_only)[:LONGEST_SLUG].strip("-") or "les"
    wanted, count = PREFIX + words, 2
    while wanted in taken:
        wanted, count = f"{PREFIX}{words}-{count}", count + 1
    return wanted


def _lesson_keys(header: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "block": header["block"],
        "work_process": header["work_process"],
        "minutes": header["minutes"],
        "items": header["items"],
        "behaviours": header["behaviours"],
        "story_week": 1,
        "core": header["core"],
    }


def _assignment_keys(header: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("practice_hours", "writing_hours", "items", "behaviours", "produces")
    placed = {key: header[key] for key in ("place", "least") if header.get("place")}
    return {key: header[key] for key in keys} | placed
