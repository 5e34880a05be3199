"""The programme as one student sees it: modules with hours, lessons with state. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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

    @property
    def done(self) -> int:
        """Count the lessons that were ticked off."""
        return sum(line.state is LessonState.DONE for line in self.lessons)


def modules_on(keuzedeel: Keuzedeel, route: str, progress: Mapping[str, Progress]) -> list[ModuleView]:
    """Give the modules of a route in order."""
    return [_module(keuzedeel, module, route, progress) for module in keuzedeel.programme.modules]


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
