"""How the questions of a self-test went: counts and lessons, never a grade. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from content.lesson import Lesson
from course.selftest.outcomes import Outcome
from course.selftest.view import QuestionView


@dataclass(frozen=True)
class Result:
    """How many questions were answered and how, how many there are, and which lessons to read (again)."""

    answered: int
    right: int
    wrong: int
    total: int
    lessons: tuple[Lesson, ...]


def result_of(views: Sequence[QuestionView]) -> Result:
    """Add up how far somebody is with a self-test; who answered nothing has no lessons to read yet."""
    answered = [each for each in views if each.outcome]
    wrong = [each for each in answered if each.outcome == Outcome.WRONG]
    lessons = dict.fromkeys(lesson for each in wrong for lesson in each.lessons)
    right = sum(each.outcome == Outcome.RIGHT for each in answered)
    return Result(len(answered), right, len(wrong), len(views), tuple(lessons))
