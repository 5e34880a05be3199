"""What a reader of the whole course wants to know: how it reads, and what a person must still check."""

import re
from collections.abc import Iterator

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.plain import texts_of
from content.readability import Readability, measure_all, syllables_of, words_of

LONG_WORD = 5
TO_CHECK = re.compile(r"\[controleren: ?([^\]]+)\]")
HEADING = """# The course in figures

Written from the course by `flask --app wsgi course report`; a test compares.

Reading ease is Flesch-Douma: 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. Higher is
easier; the law of the house is at least 75 for every lesson and assignment, no sentence above 22 words, and
no word of `content/plainer_words.yaml` outside an official name. Outliers are the five hardest texts and,
in the last column, words of five syllables or more that the glossary does not explain.

How the facts were checked, and at which source, is in [facts.md](facts.md).
"""


def readability_of(document: Lesson | Assignment) -> Readability:
    """Measure everything that somebody reads of a lesson or assignment."""
    core = document.header.core if isinstance(document, Lesson) else ""
    return measure_all([core, *texts_of(document.nodes)])


def report_text(course: Keuzedeel) -> str:
    """Give the document: how each text reads, the outliers, and the facts to check."""
    documents: tuple[Lesson | Assignment, ...] = (*course.lessons, *course.assignments)
    measured = {each.slug: readability_of(each) for each in documents}
    hardest = sorted(measured, key=lambda slug: measured[slug].ease)[:5]
    return "\n".join(
        [
            HEADING,
            f"## How it reads: {len(course.lessons)} lessons, {len(course.assignments)} assignments\n",
            *_table(course, measured),
            f"\nThe five hardest: {', '.join(hardest)}.\n",
            "## What a person must check\n",
            *_to_check(documents),
            "",
        ]
    )


def _table(course: Keuzedeel, measured: dict[str, Readability]) -> Iterator[str]:
    explained = {word for each in course.glossary.terms for word in each.term.casefold().split()}
    yield "| text | words | words per sentence | reading ease | long words, not explained |"
    yield "|---|---:|---:|---:|---|"
    for slug, found in measured.items():
        figures = f"{found.words} | {found.sentence_length:.1f} | {found.ease:.0f}"
        yield f"| {slug} | {figures} | {', '.join(_long_words(found, explained))} |"


def _long_words(found: Readability, explained: set[str]) -> list[str]:
    words = {word.casefold() for sentence in found.sentences for word in words_of(sentence)}
    long = (word for word in words if syllables_of(word) >= LONG_WORD)
    return sorted(word for word in long if not any(word.startswith(each) for each in explained))


def _to_check(documents: tuple[Lesson | Assignment, ...]) -> Iterator[str]:
    for each in documents:
        if marks := TO_CHECK.findall(each.source):
            yield f"- {each.slug}: {'; '.join(' '.join(mark.split()) for mark in marks)}"
