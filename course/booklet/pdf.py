"""The booklet of a module as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from content.assignment import Assignment
from content.glossary import glossary_of
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.printed import printed_document
from content.printed_text import printed_line
from foundation.printing import print_pdf

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
        "documents": [printed_document(each) for each in documents],
        "words": [{"term": each.term, "text": printed_line(each.body)} for each in terms],
        "checks": sum(each.source.count("[controleren:") for each in documents),
    }
