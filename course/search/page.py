"""What the page of search shows: results with their words, tabs per kind, what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from content.keuzedeel import Keuzedeel
from course.search.building import Scope
from course.search.documents import documents_of
from course.search.kinds import Kind
from course.search.links import address_of
from course.search.lookup import Lookup
from course.search.queries import Found, documents, look_up, number_of, own_texts
from course.search.ranking import Documents, page_of
from course.search.rules import Term, terms_of, weights
from course.search.snippets import Piece, marks, snippet, spots
from course.search.typos import Vocabulary, meant
from course.search.words import distinct_words, stem
from foundation.web.paging import Cursor, Page


@dataclass(frozen=True)
class Result:
    """Something that was found, with the sentence in which the words stand."""

    found: Found
    title: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    url: str


@dataclass(frozen=True)
class Corrected:
    """A word that stands nowhere, and the one that was looked for instead."""

    typed: str
    meant: str


@dataclass(frozen=True)
class Answer:
    """What was found. `nowhere` are words that stand nowhere and look like no other."""

    terms: Sequence[Term] = ()
    page: Page[Result] | None = None
    numbers: Mapping[Kind, int] | None = None
    corrected: Sequence[Corrected] = ()
    nowhere: Sequence[str] = ()

    @property
    def total(self) -> int:
        """Count everything that was found."""
        return sum((self.numbers or {}).values())


def answer(scope: Scope, course: Keuzedeel, asked: str, *, kind: Kind | None, cursor: Cursor) -> Answer:
    """Look up what is asked."""
    terms = terms_of(asked)
    stems = [term.stem for term in terms]
    lookup = look_up(scope, stems)
    unknown = [term for term in terms if not lookup.number(term.stem)]
    corrected = _corrected(scope, course, unknown)
    if corrected:
        stems += [stem(each.meant) for each in corrected]
        lookup = look_up(scope, stems)
    known = {each.typed for each in corrected}
    nowhere = [term.word for term in unknown if term.word not in known]
    weighed = weights({each: lookup.number(each) for each in stems if lookup.number(each)})
    if not weighed:
        return Answer(terms, corrected=corrected, nowhere=nowhere)
    ranking = lookup.ranking(weighed)
    numbers = _page(scope, lookup, lookup.of_kind(ranking, kind) if kind else ranking, cursor)
    rows = [_result(each, course, set(weighed)) for each in documents(scope, lookup, numbers.rows)]
    return Answer(
        terms=terms,
        page=Page(rows, numbers.has_previous, numbers.has_next),
        numbers=lookup.numbers(ranking),
        corrected=corrected,
        nowhere=nowhere,
    )


def _page(scope: Scope, lookup: Lookup, ranking: Sequence[Documents], cursor: Cursor) -> Page[int]:
    asked = cursor.after or cursor.before
    start = number_of(scope, lookup, asked) if asked else None
    return page_of(ranking, start, backwards=cursor.after is None)


def _result(found: Found, course: Keuzedeel, wanted: set[str]) -> Result:
    there = spots(found.text, wanted)
    return Result(
        found=found,
        title=snippet(found.title, spots(found.title, wanted)),
        pieces=snippet(found.text, there),
        url=address_of(found, course, marks(found.text, there)),
    )


def _corrected(scope: Scope, course: Keuzedeel, unknown: Sequence[Term]) -> list[Corrected]:
    """Look for each unknown word in the words of the course and of the student."""
    if not unknown:
        return []
    vocabularies = (_vocabulary_of(course), Vocabulary(distinct_words(own_texts(scope))))
    found = ((term.word, meant(term.word, *vocabularies)) for term in unknown)
    return [Corrected(typed, word) for typed, word in found if word]


@lru_cache(maxsize=8)
def _vocabulary_of(course: Keuzedeel) -> Vocabulary:
    return Vocabulary(distinct_words(f"{each.title} {each.text}" for each in documents_of(course)))
