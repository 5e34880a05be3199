"""The piece of a text in which the words stand, and where they stand in it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from course.search.words import WORD, stem_of

LENGTH = 220
BEFORE = 70
MOST_MARKS = 3
ENDS = ".!?\n"
CLOSING = "’”)"  # right after the end of a sentence it still belongs to it


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; `hit` when it is a word that was searched for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class Spot:
    """A word in a text that was searched for."""

    start: int
    end: int
    stem: str


def spots(text: str, wanted: Collection[str]) -> list[Spot]:
    """Give every place where one of these stems stands."""
    found = ((word, stem_of(word[0])) for word in WORD.finditer(text))
    return [Spot(word.start(), word.end(), each) for word, each in found if each in wanted]


def snippet(text: str, found: Sequence[Spot]) -> tuple[Piece, ...]:
    """Give the sentence or two with the most different words that were searched for."""
    start = _beginning(text, _best(found)) if found else 0
    end = _end(text, start)
    pieces = _pieces(text, start, end, [each for each in found if start <= each.start and each.end <= end])
    opened = (Piece("… ", False),) if _within(text, start) else ()
    return (*opened, *pieces, *((Piece(" …", False),) if end < len(text) else ()))


def marks(text: str, found: Sequence[Spot]) -> tuple[tuple[str, str], ...]:
    """Give the words that a page marks, each with what stands before it on the same line."""
    first = _best(found).start if found else 0
    near = [each for each in found if each.start >= first]
    return tuple((_before(text, each.start), text[each.start : each.end]) for each in near[:MOST_MARKS])


def _best(found: Sequence[Spot]) -> Spot:
    """Give the first place from which most different words stand within one snippet."""

    def different(at: int) -> int:
        near = (each for each in found[at : at + 50] if each.end - found[at].start <= LENGTH - BEFORE)
        return len({each.stem for each in near})

    return found[max(range(len(found)), key=lambda at: (different(at), -at))]


def _beginning(text: str, spot: Spot) -> int:
    """Begin at the sentence when it begins near, and otherwise at a word."""
    earliest = max(0, spot.start - BEFORE)
    sentence = max(text.rfind(sign, earliest, spot.start) for sign in ENDS)
    word = text.find(" ", earliest, spot.start) if earliest else -1
    start = 1 + (sentence if sentence >= 0 else word)
    rest = text[start : spot.start]
    return spot.start - len((rest.lstrip(CLOSING) if sentence >= 0 else rest).lstrip())


def _end(text: str, start: int) -> int:
    """End at a word."""
    if len(text) - start <= LENGTH:
        return len(text)
    space = text.rfind(" ", start + LENGTH // 2, start + LENGTH)
    return space if space > 0 else start + LENGTH


def _within(text: str, start: int) -> bool:
    before = text[:start].rstrip().rstrip(CLOSING)
    return bool(before) and before[-1] not in ENDS


def _pieces(text: str, start: int, end: int, found: list[Spot]) -> Iterator[Piece]:
    for each in found:
        if each.start > start:
            yield Piece(text[start : each.start], False)
        yield Piece(text[each.start : each.end], True)
        start = each.end
    if start < end:
        yield Piece(text[start:end], False)


def _before(text: str, at: int) -> str:
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return " ".join(line.split()[-3:])
