"""The booklet of a module as PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from content.assignment import Assignment
from content.drawing import Drawing
from content.glossary import glossary_of
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.picture import Picture
from content.printed import printed_document
from content.printed_text import printed_line
from foundation.printing import print_pdf
from foundation.storage.actions import give

TEMPLATE = Path(__file__).with_name("booklet.typ")
PAPERS = ("a4", "a5")


def documents_of(course: Keuzedeel, code: str) -> list[Lesson | Assignment]:
    """Give the lessons and assignments of a module, in order."""
    module = course.programme.module(code)
    lessons = [course.lesson(slug) for slug in module.lessons]
    return [*lessons, *(course.assignment(slug) for slug in module.assignments)]


def render(course: Keuzedeel, code: str, *, paper: str, school: str) -> bytes:
    """Make the PDF of a module."""
    return print_pdf(TEMPLATE, printed(course, code, paper=paper, school=school))


def printed(course: Keuzedeel, code: str, *, paper: str, school: str) -> dict[str, Any]:
    """Give what the template prints."""
    module, documents = course.programme.module(code), documents_of(course, code)
    terms = glossary_of(tuple(each for each in documents if isinstance(each, Lesson))).terms
    return {
        "paper": paper,
        "school": school,
        "course": course.title,
        "code": module.code,
        "title": module.title,
        "goals": list(module.goals),
        "documents": [printed_document(_drawn(each)) for each in documents],
        "words": [{"term": each.term, "text": printed_line(each.body)} for each in terms],
        "checks": sum(each.source.count("[controleren:") for each in documents),
    }


def _drawn(document: Lesson | Assignment) -> Lesson | Assignment:
    """Fetch the pictures of a school's own lesson; a printer takes drawings only."""
    return replace(document, drawings=tuple(_drawings(document)))


def _drawings(document: Lesson | Assignment) -> Iterator[Drawing]:
    for each in document.drawings:
        if isinstance(each, Picture):
            with suppress(FileNotFoundError):  # its text is printed instead
                yield each.as_drawing(give(each.sha256))
        else:
            yield each
