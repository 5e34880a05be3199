"""The bare text of Markdown: a string per paragraph, heading, list line or cell."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from markdown_it.token import Token

from content.markup import AUTHORS

WITHOUT_WORDS = {"to_check", "image"}
NOT_TO_READ = {"id", "item", "kind", "src", "weight"}


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


def paragraphs(markdown: str) -> Iterator[str]:
    """Give each piece of running text without its markup, in order."""
    for token in AUTHORS.parse(markdown):
        if token.type == "inline" and (text := _text(token.children or ())):
            yield text


def _text(tokens: Sequence[Token]) -> str:
    told = (each for each in tokens if each.type not in WITHOUT_WORDS)
    parts = (" " if "break" in each.type else each.content for each in told)
    return " ".join("".join(parts).split())
