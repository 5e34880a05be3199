"""How far somebody is with the lessons. Pure."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson


class LessonState(enum.StrEnum):
    """Where a student is with one lesson."""

    NEW = "new"
    BUSY = "busy"
    DONE = "done"


class Progress(Protocol):
    """What is known about one lesson."""

    opened_at: datetime
    done_at: datetime | None
    section: str | None
    read_at: datetime | None


def state_of(progress: Progress | None) -> LessonState:
    """Tell where somebody is with a lesson; no row means that it is new."""
    if progress is None:
        return LessonState.NEW
    return LessonState.BUSY if progress.done_at is None else LessonState.DONE


def lessons_on(keuzedeel: Keuzedeel, route: str) -> tuple[Lesson, ...]:
    """Give the lessons of the modules that have hours on this route, in reading order."""
    modules = [each for each in keuzedeel.programme.modules if each.hours_for(route).total]
    wanted = {slug for module in modules for slug in module.lessons}
    return tuple(lesson for lesson in keuzedeel.lessons if lesson.slug in wanted)


def continue_with(lessons: Sequence[Lesson], progress: Mapping[str, Progress]) -> Lesson | None:
    """Choose where to go on: the lesson read in last, else the first one after the last that was done."""
    begun = [each for each in lessons if state_of(progress.get(each.slug)) is LessonState.BUSY]
    if begun:
        return max(begun, key=lambda each: _read_at(progress[each.slug]))
    done = [each for each in lessons if each.slug in progress]
    last = max(done, key=lambda each: _done_at(progress[each.slug]), default=None)
    start = lessons.index(last) + 1 if last else 0
    rest = (*lessons[start:], *lessons[:start])
    return next((each for each in rest if each.slug not in progress), None)


def neighbours(lessons: Sequence[Lesson], slug: str) -> tuple[Lesson | None, Lesson | None]:
    """Give the lesson before and the lesson after this one."""
    place = next((index for index, each in enumerate(lessons) if each.slug == slug), None)
    if place is None:
        return None, None
    before = lessons[place - 1] if place else None
    return before, lessons[place + 1] if place + 1 < len(lessons) else None


def _read_at(progress: Progress) -> datetime:
    return progress.read_at or progress.opened_at


def _done_at(progress: Progress) -> datetime:
    return progress.done_at or progress.opened_at
