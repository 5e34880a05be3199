"""What the pages of a group show: lessons per module with their readers, and the questions of one lesson."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import DilemmaChoice, Question
from content.programme import Module
from content.selftest import SelfTest
from course.insight import queries
from course.insight.chart import Bar, bar
from course.insight.group import Group
from course.insight.rules import FirstAnswers, Names, hardest, names_for, still_to_begin
from course.selftest.documents import Document
from enrolment.deadlines.periods import Period

MOST_STEPS = 3
NOBODY = FirstAnswers(0, 0)


@dataclass(frozen=True)
class LessonRow:
    """A lesson with how many opened and finished it, their bar, and its hardest question."""

    lesson: Lesson
    opened: int
    finished: int
    bar: Bar
    hardest: int | None
    answers: FirstAnswers

    @property
    def question(self) -> Question | None:
        """Give the hardest question."""
        return self.lesson.questions[self.hardest - 1] if self.hardest else None


@dataclass(frozen=True)
class ModuleRows:
    """The lessons of a module and its self-tests."""

    module: Module
    rows: tuple[LessonRow, ...]
    selftests: tuple[SelfTest, ...]


@dataclass(frozen=True)
class QuestionRow:
    """A question and how its first answers went; a dilemma is weighed, so nothing is counted."""

    number: int
    question: Question
    answers: FirstAnswers

    @property
    def is_weighed(self) -> bool:
        """Tell whether there is no wrong answer to count."""
        return isinstance(self.question, DilemmaChoice)


@dataclass(frozen=True)
class NextSteps:
    """What a teacher can do now: questions to talk about, and lessons of these weeks to make time for."""

    discuss: tuple[LessonRow, ...]
    behind: tuple[LessonRow, ...]


@dataclass(frozen=True)
class Reading:
    """Who still has to begin with a lesson, who is busy, and how many finished."""

    unopened: Names
    busy: Names
    finished: int


def overview(group: Group, course: Keuzedeel) -> list[ModuleRows]:
    """Put all lessons of a course together. Two statements."""
    readers, answers = queries.readers_of(group), queries.first_answers(group)
    found = []
    for module in course.programme.modules:
        rows = tuple(
            _row(course.lesson(slug), readers.get(slug, (0, 0)), answers.get(slug, {}), len(group.members))
            for slug in module.lessons
        )
        blocks = {block.code for block in module.blocks}
        tests = tuple(each for each in course.selftests if each.block in blocks)
        found.append(ModuleRows(module, rows, tests))
    return found


def next_steps(group: Group, modules: Sequence[ModuleRows], *, on: date) -> NextSteps:
    """Choose what stands out. No statement."""
    rows = [row for each in modules for row in each.rows]
    hard = sorted((row for row in rows if row.answers.is_hard), key=lambda row: -row.answers.share)
    now = [each for each in modules if group.periods.get(each.module.code, Period()).holds(on)]
    few = [row for each in now for row in each.rows if row.finished * 2 < len(group.members)]
    return NextSteps(tuple(hard[:MOST_STEPS]), tuple(few[:MOST_STEPS]))


def question_rows(group: Group, document: Document) -> list[QuestionRow]:
    """Say of each question how it went the first time. One statement."""
    answers = queries.first_answers(group, document.slug).get(document.slug, {})
    return [
        QuestionRow(number, each, answers.get(each.id, NOBODY))
        for number, each in enumerate(document.questions, 1)
    ]


def reading(group: Group, lesson: str, *, reader_id: UUID, sees_all: bool) -> Reading:
    """Say who still has to read a lesson, in names as far as the reader may see them. One statement."""
    opened, finished = queries.reading_of(group, lesson)
    unopened, busy = still_to_begin(group.members, opened, finished)
    return Reading(
        names_for(unopened, reader_id=reader_id, sees_all=sees_all),
        names_for(busy, reader_id=reader_id, sees_all=sees_all),
        len(finished),
    )


def _row(
    lesson: Lesson, readers: tuple[int, int], answers: Mapping[str, FirstAnswers], total: int
) -> LessonRow:
    opened, finished = readers
    drawn = bar(opened=opened, finished=finished, total=total)
    keys = [each.id for each in lesson.questions]
    key = hardest({each: found for each, found in answers.items() if each in keys})
    number = keys.index(key) + 1 if key else None
    return LessonRow(lesson, opened, finished, drawn, number, answers[key] if key else NOBODY)
