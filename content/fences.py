"""Split text into Markdown and fenced components (`::: name key="value"` … `:::`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.errors import ContentError
from content.faults import InText, fault

OPENING = re.compile(r"^(?P<colons>:{3,4}) (?P<name>[a-z-]+)(?P<attributes>( [a-z]+=\"[^\"]*\")*)$")
CROOKED = re.compile("[“”„‘’«»]")
ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")


@dataclass(frozen=True)
class Fence:
    name: str
    attributes: tuple[tuple[str, str], ...]
    body: str
    line: int
    below: int  # the line of the file on which the body begins

    def take(self, *names: str) -> tuple[str, ...]:
        """Return the values of exactly these attributes; raise ContentError on any other set."""
        given = dict(self.attributes)
        if len(self.attributes) != len(names) or any(not given.get(name) for name in names):
            code = InText.WRONG_ATTRIBUTES if names else InText.NO_ATTRIBUTES
            raise ContentError(fault(code, line=self.line, name=self.name, wanted=", ".join(names)))
        return tuple(given[name] for name in names)

    def children(self) -> tuple["Fence", ...]:
        """Return the components inside this one; raise ContentError when other text stands there."""
        parts = split(self.body, first_line=self.below)
        if any(isinstance(part, str) for part in parts):
            raise ContentError(fault(InText.COMPONENTS_ONLY, line=self.line, name=self.name))
        return tuple(part for part in parts if isinstance(part, Fence))


def split(text: str, *, first_line: int = 1) -> tuple["str | Fence", ...]:
    """Cut text into Markdown and fences, in order; leave out empty pieces."""
    return tuple(part for part in _parts(text.splitlines(), first_line) if part)


def _parts(lines: list[str], first_line: int) -> Iterator["str | Fence"]:
    prose: list[str] = []
    position = 0
    while position < len(lines):
        if not lines[position].startswith(":::"):
            prose.append(lines[position])
            position += 1
            continue
        yield "\n".join(prose).strip()
        prose = []
        fence, position = _fence(lines, position, first_line)
        yield fence
    yield "\n".join(prose).strip()


def _fence(lines: list[str], start: int, first_line: int) -> tuple[Fence, int]:
    line = first_line + start
    opening = OPENING.match(lines[start].rstrip())
    if opening is None:
        raise ContentError(fault(_why_no_opening(lines[start]), line=line, text=lines[start]))
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == opening["colons"]), None)
    if end is None:
        raise ContentError(fault(InText.NEVER_CLOSED, line=line, name=opening["name"]))
    attributes = tuple(ATTRIBUTE.findall(opening["attributes"]))
    inside = lines[start + 1 : end]
    empty = next((n for n, each in enumerate(inside) if each), len(inside))
    return Fence(opening["name"], attributes, "\n".join(inside).strip("\n"), line, line + 1 + empty), end + 1


def _why_no_opening(line: str) -> InText:
    if not line.strip(": "):
        return InText.CLOSES_NOTHING
    return InText.CROOKED_QUOTES if CROOKED.search(line) else InText.NO_OPENING
