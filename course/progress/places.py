"""Where in a lesson somebody reads on. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from content.lesson import Lesson
from content.nodes import Word
from content.sections import sections_of
from course.progress.rules import LessonState, Progress, state_of


@dataclass(frozen=True)
class Place:
    """A heading of a lesson."""

    id: str
    title: str


@lru_cache(maxsize=512)
def headings(lesson: Lesson) -> Mapping[str, str]:
    """Give the headings that somebody can be at, in order, by their id; the list of words is looked up in."""
    return {
        each.id: each.title
        for each in sections_of(lesson.nodes)
        if each.id and not isinstance(each.nodes[0], Word)
    }


def place_in(lesson: Lesson, progress: Progress | None) -> Place | None:
    """Give the heading to read on at; None at the beginning, when done, and when the heading is gone."""
    if progress is None or progress.section is None or state_of(progress) is not LessonState.BUSY:
        return None
    title = headings(lesson).get(progress.section)
    return Place(progress.section, title) if title else None


def is_further(lesson: Lesson, section: str, than: str | None) -> bool:
    """Tell whether a heading comes after the one somebody was at; one that is gone comes before all."""
    order = list(headings(lesson))
    return order.index(section) > (order.index(than) if than in order else -1)
