"""Take the YAML header off an authored Markdown file, and check that the text opens with its title."""

from dataclasses import dataclass
from typing import TypeVar

from content.errors import ContentError
from content.faults import InText, fault
from content.frozen import Frozen
from content.reading import check_model, parse_yaml

H = TypeVar("H", bound=Frozen)
BELOW_DASHES = 2  # the header begins on the second line of the file


@dataclass(frozen=True)
class Below:
    """What stands below the header, and on which line of the file it begins."""

    text: str
    line: int

    def without(self, part: str) -> "Below":
        """Give what follows this beginning and the white space after it."""
        rest = self.text.removeprefix(part)
        blank = rest[: len(rest) - len(rest.lstrip())]
        return Below(rest.strip(), self.line + part.count("\n") + blank.count("\n"))


def read_header(model: type[H], text: str, *, name: str) -> tuple[H, Below]:
    """Return the checked header and the text below it; faults say the file and the key."""
    if not text.startswith("---\n") or "\n---\n" not in text:
        raise ContentError(fault(InText.NO_HEADER, file=name))
    header, dashes, _body = text[4:].partition("\n---\n")
    values = parse_yaml(header, name=name, first_line=BELOW_DASHES)
    below = Below(text, 1).without(f"---\n{header}{dashes}")
    return check_model(model, values, name=name), below


def drop_opening(below: Below, opening: str, *, name: str) -> Below:
    """Remove the line a text must open with, because the page shows it in its own way."""
    first = below.text.partition("\n")[0]
    if first.strip() != opening:
        found = first.strip()
        raise ContentError(fault(InText.OPENING, file=name, line=below.line, expected=opening, found=found))
    return below.without(first)
