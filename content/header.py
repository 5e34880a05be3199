"""Take the YAML header off an authored Markdown file, and check that the text opens with its title."""

from typing import TypeVar

from content.errors import ContentError
from content.frozen import Frozen
from content.reading import check_model, parse_yaml

H = TypeVar("H", bound=Frozen)


def read_header(model: type[H], text: str, *, name: str) -> tuple[H, str]:
    """Return the checked header and the text below it; errors name the file and the key."""
    if not text.startswith("---\n") or "\n---\n" not in text:
        raise ContentError(f"{name}: the file starts with a header between two lines of ---")
    header, _, body = text[4:].partition("\n---\n")
    return check_model(model, parse_yaml(header, name=name), name=name), body.strip()


def drop_opening(body: str, opening: str, *, name: str) -> str:
    """Remove the line a text must open with, because the page shows it in its own way."""
    first, _, rest = body.partition("\n")
    if first.strip() != opening:
        raise ContentError(f"{name}: expected {opening!r}, found {first.strip()!r}")
    return rest.strip()
