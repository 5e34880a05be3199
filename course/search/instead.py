"""What to look for instead of a word that stands nowhere. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.search.typos import Vocabulary, meant
from course.search.wordlist import Wordlist, also_said

SURE = 1  # one slip of the finger


@dataclass(frozen=True)
class Instead:
    """A word that stands nowhere, and what was looked for instead; `is_slip` when it was mistyped."""

    typed: str
    words: Sequence[str]
    is_slip: bool = False


def instead_of(word: str, course: Wordlist, own: Vocabulary) -> Instead | None:
    """Choose what comes nearest: said otherwise, mistyped, of the same word, put together, badly mistyped."""
    slip = meant(word, course.alike, own)
    surely = meant(word, course.alike, own, within=SURE)
    choices = (
        Instead(word, course.said_as(word)),
        _slip(word, surely, course),
        Instead(word, course.kin_words(word)[:1]),
        Instead(word, course.parts(word)),
        _slip(word, slip, course),
    )
    return next((each for each in choices if each.words), None)


def _slip(word: str, slip: str | None, course: Wordlist) -> Instead:
    """The word that was meant may itself be said otherwise, and stand nowhere."""
    if slip is None:
        return Instead(word, [])
    stands = course.knows(slip) or slip not in also_said()
    return Instead(word, course.said_as(slip) or [slip] * stands, is_slip=True)
