"""The words of a text without its markup, a line per block, as they stand on the page."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from markdown_it.token import Token

from content.markup import AUTHORS

SHOWN = frozenset({"text", "code_inline"})
BREAKS = frozenset({"softbreak", "hardbreak"})
NOT_TO_READ = frozenset({"id", "item", "kind", "src", "weight"})


def texts_of(part: object) -> Iterator[str]:
    """Give every Markdown text in a part of a lesson that somebody reads, in the order of the page."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in NOT_TO_READ:
                yield from texts_of(getattr(part, field.name))


def plain_text(markdown: str) -> str:
    """Give the words of a Markdown text, one line for each paragraph, heading, point or cell."""
    blocks = (token for token in AUTHORS.parse(markdown) if token.type in {"inline", "code_block", "fence"})
    return "\n".join(line for line in (_words(token) for token in blocks) if line)


def _words(token: Token) -> str:
    parts = _pieces(token.children) if token.children is not None else [token.content]
    return " ".join("".join(parts).split())


def _pieces(children: Iterable[Token]) -> Iterator[str]:
    for child in children:
        if child.type in SHOWN:
            yield child.content
        elif child.type in BREAKS:
            yield " "
