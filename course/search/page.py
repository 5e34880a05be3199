"""What the page of search shows: results with their words, tabs per kind, what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from content.keuzedeel import Keuzedeel
from course.search.building import Scope
from course.search.documents import documents_of
from course.search.kinds import Kind
from course.search.links import address_of
from course.search.queries import Found, best, documents, numbers_by_kind, occurrences, own_texts
from course.search.rules import Term, terms_of, weights
from course.search.snippets import Piece, marks, snippet
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
    counts = occurrences(scope, [term.stem for term in terms])
    unknown = [term for term in terms if not counts[term.stem]]
    corrected = _corrected(scope, course, unknown)
    if corrected:
        counts |= occurrences(scope, [stem(each.meant) for each in corrected])
    weighed = weights({stem: number for stem, number in counts.items() if number})
    known = {each.typed for each in corrected}
    nowhere = [term.word for term in unknown if term.word not in known]
    if not weighed:
        return Answer(terms, corrected=corrected, nowhere=nowhere)
    ids = best(scope, weighed, kind=kind, cursor=cursor)
    return Answer(
        terms=terms,
        page=_results(scope, course, ids, weighed),
        numbers=numbers_by_kind(scope, weighed),
        corrected=corrected,
        nowhere=nowhere,
    )


def _results(scope: Scope, course: Keuzedeel, ids: Page[UUID], wanted: Iterable[str]) -> Page[Result]:
    there = documents(scope, list(ids.rows))
    rows = [_result(there[each], course, set(wanted)) for each in ids.rows if each in there]
    return Page(rows, ids.has_previous, ids.has_next)


def _result(found: Found, course: Keuzedeel, wanted: set[str]) -> Result:
    return Result(
        found=found,
        title=snippet(found.title, wanted),
        pieces=snippet(found.text, wanted),
        url=address_of(found, course, marks(found.text, wanted)),
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
