"""The words that the lessons explain: one explanation for each, in the whole course."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from content.lesson import Lesson
from content.nodes import Word
from content.sections import slug_of

NAME_BEGUN = re.compile(r"\b[A-Z][\w-]* $")  # the word before has a capital too: a name goes on
LONGEST_NAME = 60
ENDINGS = "(?:s|en|['’]s)?"


@dataclass(frozen=True)
class Term:
    """A word with its explanation, and the lesson that explains it."""

    term: str
    body: str
    lesson: str
    lesson_title: str

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return slug_of(self.term)


@dataclass(frozen=True)
class Glossary:
    """All terms, in the order of the alphabet."""

    terms: tuple[Term, ...] = ()

    @cached_property
    def by_form(self) -> dict[str, Term]:
        """Give the term of each way of writing it, in small letters."""
        return {each.term.casefold(): each for each in self.terms}

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds a term in running text: the longest first, also with -s, -en or 's."""
        longest = sorted((each.term for each in self.terms), key=len, reverse=True)
        written = "|".join(map(re.escape, longest)) or "(?!)"
        return re.compile(rf"(?<![\w-])({written}){ENDINGS}(?![\w-])", re.IGNORECASE)

    def in_text(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Give where terms stand in a text: start, end and which."""
        for found in self.pattern.finditer(text):
            term = self.by_form.get(found[1].casefold())
            if term and _is_written_so(term.term, found[1]) and not _ends_a_name(term.term, found):
                yield found.start(), found.end(), term


@lru_cache(maxsize=256)
def glossary_of(lessons: tuple[Lesson, ...]) -> Glossary:
    """Collect the terms of these lessons; when two explain the same word, the first holds."""
    terms: dict[str, Term] = {}
    for lesson in lessons:
        for word in words_of(lesson):
            terms.setdefault(slug_of(word.term), Term(word.term, word.body, lesson.slug, lesson.title))
    return Glossary(tuple(sorted(terms.values(), key=lambda each: slug_of(each.term))))


def words_of(lesson: Lesson) -> Iterator[Word]:
    """Give the words that a lesson explains."""
    return (node for node in lesson.nodes if isinstance(node, Word))


def doubly_explained(lessons: Iterable[Lesson]) -> Iterator[tuple[str, str, str]]:
    """Give each word with two explanations, and the lessons they stand in."""
    first: dict[str, tuple[str, str]] = {}
    for lesson in lessons:
        for word in words_of(lesson):
            known, where = first.setdefault(slug_of(word.term), (word.body, lesson.slug))
            if known != word.body:
                yield word.term, where, lesson.slug


def _is_written_so(term: str, found: str) -> bool:
    """A name keeps its capitals; another word may begin a sentence."""
    return found == term or (term == term.casefold() and found[1:] == term[1:])


def _ends_a_name(term: str, found: re.Match[str]) -> bool:
    """Tell whether an everyday word is the rest of a name here: Autoriteit Persoonsgegevens."""
    is_name_itself = term != term.casefold()
    if is_name_itself or not found[1][0].isupper():
        return False
    # Only the word right before: from the beginning of a long text this would be asked for each term in it.
    near = max(0, found.start() - LONGEST_NAME)
    return bool(NAME_BEGUN.search(found.string, near, found.start()))
