"""Turn the course round: from what a lesson serves to what serves a behaviour or an item. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson

LEAST_LESSONS = {"kennis": 2, "kan": 2, "brede kennis": 3, "specialistische kennis": 4}
LEAST_FOR_BEHAVIOUR = 2
LEAST_ASSIGNMENTS = 1


@dataclass(frozen=True)
class Covered:
    """One official text, what serves it, and how many lessons its depth asks."""

    code: str
    text: str
    depth: str
    lessons: tuple[Lesson, ...]
    assignments: tuple[Assignment, ...]
    least_lessons: int

    @property
    def enough(self) -> bool:
        """Tell whether there are as many lessons and assignments as the depth asks."""
        return len(self.lessons) >= self.least_lessons and len(self.assignments) >= LEAST_ASSIGNMENTS

    def counts(self, modules: Sequence[str]) -> Mapping[str, int]:
        """Count the lessons and assignments per module code."""
        lessons = [each.header.module for each in self.lessons]
        found = [*lessons, *(each.header.module for each in self.assignments)]
        return {module: found.count(module) for module in modules}


def items_covered(course: Keuzedeel) -> list[Covered]:
    """Give what serves each knowledge and skill item, in the official order."""
    official = course.qualification.items
    return [_covered(course, each.id, each.text, each.depth, LEAST_LESSONS[each.depth]) for each in official]


def behaviours_covered(course: Keuzedeel, work_process: str) -> list[Covered]:
    """Give what serves each behaviour of a work process, in the official order."""
    criteria = course.criteria(work_process)
    return [_covered(course, each.id, each.text, "", LEAST_FOR_BEHAVIOUR) for each in criteria]


def _covered(course: Keuzedeel, code: str, text: str, depth: str, least: int) -> Covered:
    return Covered(
        code,
        text,
        depth,
        lessons=tuple(each for each in course.lessons if code in _served(each)),
        assignments=tuple(each for each in course.assignments if code in _served(each)),
        least_lessons=least,
    )


def _served(document: Lesson | Assignment) -> tuple[str, ...]:
    return (*document.header.items, *document.header.behaviours)
