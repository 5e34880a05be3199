"""Which words hold what was typed; a typing error is forgiven as in the search of the course. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from content.glossary import Glossary, Term
from content.keuzedeel import Keuzedeel
from course.search.typos import Vocabulary, meant
from course.search.words import distinct_words, fold, words_in


@dataclass(frozen=True)
class Found:
    """What was found; `meant` is what was looked for instead, when what was typed stands nowhere."""

    terms: tuple[Term, ...]
    meant: str = ""


def find(course: Keuzedeel, wanted: str) -> Found:
    """Find the words of a course in which a text stands, in the word or in its explanation."""
    terms = matching(course.glossary, wanted)
    if terms:
        return Found(terms)
    corrected = _corrected(course, wanted)
    terms = matching(course.glossary, corrected) if corrected else ()
    return Found(terms, corrected if terms else "")


def matching(glossary: Glossary, wanted: str) -> tuple[Term, ...]:
    """Give the terms in which this text stands; capitals and accents make no difference."""
    sought = fold(wanted.strip())
    return tuple(each for each in glossary.terms if sought in _text_of(each))


def _corrected(course: Keuzedeel, wanted: str) -> str:
    """Write what was typed with, for each word that stands nowhere, the nearest one that does."""
    texts = [_text_of(each) for each in course.glossary.terms]
    words = [word for _start, _end, word in words_in(wanted)]
    corrected = [word if any(word in text for text in texts) else _nearest(course, word) for word in words]
    return " ".join(corrected) if all(corrected) and corrected != words else ""


def _nearest(course: Keuzedeel, word: str) -> str:
    """Prefer a word that is explained to one that only stands in an explanation."""
    explained, explaining = _vocabularies_of(course)
    return meant(word, explained) or meant(word, explaining) or ""


@lru_cache(maxsize=8)
def _vocabularies_of(course: Keuzedeel) -> tuple[Vocabulary, Vocabulary]:
    return _vocabulary(course, lambda each: each.term), _vocabulary(course, lambda each: each.body)


def _vocabulary(course: Keuzedeel, text: Callable[[Term], str]) -> Vocabulary:
    return Vocabulary(distinct_words(text(each) for each in course.glossary.terms))


@lru_cache(maxsize=2048)
def _text_of(term: Term) -> str:
    return fold(f"{term.term}\n{term.body}")
