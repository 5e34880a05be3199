"""Split text into Markdown and fenced components (`::: name key="value"` … `:::`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.errors import ContentError
from content.faults import InText, fault

OPENING = re.compile(r"^(?P<colons>:{3,4}) (?P<name>[a-z-]+)(?P<attributes>( [a-z]+=\"[^\"]*\")*)$")
ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")


@dataclass(frozen=True)
class Fence:
    name: str
    attributes: tuple[tuple[str, str], ...]
    body: str
    line: int

    def take(self, *names: str) -> tuple[str, ...]:
        """Return the values of exactly these attributes; raise ContentError on any other set."""
        given = dict(self.attributes)
        if len(self.attributes) != len(names) or any(not given.get(name) for name in names):
            code = InText.WRONG_ATTRIBUTES if names else InText.NO_ATTRIBUTES
            raise ContentError(fault(code, line=self.line, name=self.name, wanted=", ".join(names)))
        return tuple(given[name] for name in names)

    def children(self) -> tuple["Fence", ...]:
        """Return the components inside this one; raise ContentError when other text stands there."""
        parts = split(self.body, first_line=self.line + 1)
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
    opening = OPENING.match(lines[start])
    if opening is None:
        raise ContentError(fault(InText.UNREADABLE_LINE, line=line, text=lines[start]))
    try:
        end = lines.index(opening["colons"], start + 1)
    except ValueError:
        raise ContentError(fault(InText.NEVER_CLOSED, line=line, name=opening["name"])) from None
    attributes = tuple(ATTRIBUTE.findall(opening["attributes"]))
    body = "\n".join(lines[start + 1 : end]).strip("\n")
    return Fence(opening["name"], attributes, body, line), end + 1
