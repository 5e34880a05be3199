"""The programme as one student sees it: modules with hours, lessons with state. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.programme import Module, RouteHours
from content.qualification import Behaviour, Item
from content.selftest import SelfTest
from course.progress.rules import LessonState, Progress, state_of


@dataclass(frozen=True)
class LessonLine:
    """A lesson in the list, and where the student is with it."""

    lesson: Lesson
    state: LessonState


@dataclass(frozen=True)
class ModuleView:
    """A module on one route. `number` is that of its work process, 0 when it books on the core task."""

    module: Module
    hours: RouteHours
    number: int
    lessons: tuple[LessonLine, ...]
    assignments: tuple[Assignment, ...]
    selftests: tuple[SelfTest, ...] = ()
    assignments_done: int = 0

    @property
    def done(self) -> int:
        """Count the lessons that were ticked off."""
        return sum(line.state is LessonState.DONE for line in self.lessons)

    @property
    def is_done(self) -> bool:
        """Tell whether all lessons and assignments were ticked off."""
        there = len(self.lessons) + len(self.assignments)
        return there > 0 and self.done + self.assignments_done == there


def modules_on(
    keuzedeel: Keuzedeel, route: str, progress: Mapping[str, Progress], assignments: Collection[str] = ()
) -> list[ModuleView]:
    """Give the modules of a route in order, with the lessons and assignments that were ticked off."""
    return [
        replace(found, assignments_done=sum(each.slug in assignments for each in found.assignments))
        for found in (_module(keuzedeel, each, route, progress) for each in keuzedeel.programme.modules)
    ]


def module_at(modules: Sequence[ModuleView], lesson: Lesson | None) -> str:
    """Give the module of the lesson to go on with, else the first with work left."""
    for each in modules:
        if any(line.lesson.slug == lesson.slug for line in each.lessons) if lesson else not each.is_done:
            return each.module.code
    return ""


def number_of(keuzedeel: Keuzedeel, code: str) -> int:
    """Give the number of a work process; 0 for the core task, or for a code of an older version."""
    return next((each.number for each in keuzedeel.qualification.work_processes if each.code == code), 0)


def behaviours_of(keuzedeel: Keuzedeel, document: Lesson | Assignment) -> list[Behaviour]:
    """Give the official behaviours that a lesson or assignment serves."""
    return [keuzedeel.criterion(code) for code in document.header.behaviours]


def items_of(keuzedeel: Keuzedeel, document: Lesson | Assignment) -> list[Item]:
    """Give the official knowledge and skill items that a lesson or assignment serves."""
    return [keuzedeel.qualification.item(code) for code in document.header.items]


def _module(keuzedeel: Keuzedeel, module: Module, route: str, progress: Mapping[str, Progress]) -> ModuleView:
    return ModuleView(
        module=module,
        hours=module.hours_for(route),
        number=number_of(keuzedeel, module.work_process),
        lessons=tuple(
            LessonLine(keuzedeel.lesson(slug), state_of(progress.get(slug))) for slug in module.lessons
        ),
        assignments=tuple(keuzedeel.assignment(slug) for slug in module.assignments),
        selftests=tuple(
            each for block in module.blocks for each in keuzedeel.selftests if each.block == block.code
        ),
    )
