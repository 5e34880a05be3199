"""Where in a lesson a note can stand. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import Check, Word
from content.sections import sections_of

# The place of a note about the lesson as a whole; no heading has this id.
WHOLE = "les"


@lru_cache(maxsize=512)
def sections_for_notes(lesson: Lesson) -> Mapping[str, str]:
    """Give the headings that take a note, by their id: not those of questions and of the list of words."""
    return {
        each.id: each.title
        for each in sections_of(lesson.nodes)
        if each.id and not isinstance(each.nodes[0], (Check, Word))
    }


def is_place(lesson: Lesson, section: str) -> bool:
    """Tell whether a note can stand here."""
    return section == WHOLE or section in sections_for_notes(lesson)


def lesson_called(course: Keuzedeel, slug: str) -> Lesson | None:
    """Find a lesson that is offered; an old note may stand at one that no longer is."""
    return next((each for each in course.lessons if each.slug == slug), None)
