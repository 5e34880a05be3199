"""What the page of search shows: results with their words, tabs per kind, what was probably meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from content.keuzedeel import Keuzedeel
from course.search.building import Scope
from course.search.documents import documents_of
from course.search.instead import Instead, instead_of
from course.search.kinds import Kind
from course.search.links import address_of
from course.search.lookup import Lookup
from course.search.queries import Found, documents, look_up, number_of, own_texts
from course.search.ranking import Documents, page_of
from course.search.rules import Term, terms_of, weights
from course.search.snippets import Piece, marks, snippet, spots
from course.search.typos import Vocabulary
from course.search.wordlist import Wordlist
from course.search.words import distinct_words, stem
from foundation.web.paging import Cursor, Page

FEW = 5  # of a word that stands in so few places, what comes of the same word is shown as well


@dataclass(frozen=True)
class Result:
    """Something that was found, with the sentence in which the words stand."""

    found: Found
    title: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    url: str


@dataclass(frozen=True)
class Answer:
    """What was found. `nowhere` are words that stand nowhere and lead to no other."""

    terms: Sequence[Term] = ()
    page: Page[Result] | None = None
    numbers: Mapping[Kind, int] | None = None
    instead: Sequence[Instead] = ()
    nowhere: Sequence[str] = ()

    @property
    def total(self) -> int:
        """Count everything that was found."""
        return sum((self.numbers or {}).values())


def answer(scope: Scope, course: Keuzedeel, asked: str, *, kind: Kind | None, cursor: Cursor) -> Answer:
    """Look up what is asked."""
    terms, words = terms_of(asked), _words_of(course)
    stems = [term.stem for term in terms]
    kin = {each: words.kin(each) for each in stems}
    lookup = look_up(scope, [*stems, *chain.from_iterable(kin.values())])
    unknown = [term for term in terms if not lookup.number(term.stem)]
    instead = _instead(scope, words, unknown)
    if instead:
        stems += [stem(word) for each in instead for word in each.words]
        lookup = look_up(scope, [*stems, *chain.from_iterable(kin.values())])
    known = {each.typed for each in instead}
    nowhere = [term.word for term in unknown if term.word not in known]
    stems += chain.from_iterable(kin.get(each, ()) for each in stems if 0 < lookup.number(each) < FEW)
    weighed = weights({each: lookup.number(each) for each in stems if lookup.number(each)})
    if not weighed:
        return Answer(terms, instead=instead, nowhere=nowhere)
    ranking = lookup.ranking(weighed)
    numbers = _page(scope, lookup, lookup.of_kind(ranking, kind) if kind else ranking, cursor)
    rows = [_result(each, course, set(weighed)) for each in documents(scope, lookup, numbers.rows)]
    return Answer(
        terms=terms,
        page=Page(rows, numbers.has_previous, numbers.has_next),
        numbers=lookup.numbers(ranking),
        instead=instead,
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


def _instead(scope: Scope, words: Wordlist, unknown: Sequence[Term]) -> list[Instead]:
    """Look for each unknown word in the words of the course and of the student."""
    if not unknown:
        return []
    own = Vocabulary(distinct_words(own_texts(scope)))
    found = (instead_of(term.word, words, own) for term in unknown)
    return [each for each in found if each]


@lru_cache(maxsize=8)
def _words_of(course: Keuzedeel) -> Wordlist:
    return Wordlist(distinct_words(f"{each.title} {each.text}" for each in documents_of(course)))
