"""What a class read and answered besides, in the order of the course: in bulk, each row as the verbs make it.

No hours come of it: everybody wrote those down with their own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import Question
from content.question_version import version_of
from course.offering.queries import course_of
from course.progress.models import LessonProgress
from course.progress.places import headings
from course.selftest.documents import Document, of_lesson, of_selftest, selftests_of
from course.selftest.models import Attempt
from course.selftest.rules import judge
from enrolment.catalogue import keuzedeel
from foundation.database import db
from web.demo.calendar import at, between
from web.demo.offering import OWN_LESSON_SINCE
from web.demo.people import D1, Student
from web.demo.testing import fill_in

Row = dict[str, Any]
PACE, SPREAD = 6, 12  # lessons of the course for each of `lessons`, and how far students lie apart
HARD_ONE_IN, HARD, USUAL = 6, 68, 16  # of six questions one is hard; percent that goes wrong
AGAIN = (2, 9, 30)  # days after which somebody repeats what went wrong
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Reader:
    """A student with the lessons of the course that were reached until a day."""

    student: Student
    course: Keuzedeel
    lessons: tuple[Lesson, ...]
    until: date

    def luck(self, *parts: str) -> int:
        """Give a number that is always the same for this student and these words."""
        return _luck(self.student.data.number, *parts)

    def moment(self, number: int) -> datetime:
        """Give when the lesson with this place in the list was opened."""
        share = 100 * number / max(1, len(self.lessons))
        return at(between(self.student.starts_on, self.until, share), 16, number % 4 * 50)


def reads_on(student: Student, until: date, *, besides: Collection[str]) -> None:
    """Let a student have read the course up to a point, and answered its questions and self-tests."""
    reader = _reader(student, until)
    read = [row for row in _read(reader) if row["lesson"] not in besides]
    _write(LessonProgress, student, read)
    _write(Attempt, student, [*_of_lessons(reader, read), *_of_selftests(reader)])


def _write(model: type[LessonProgress | Attempt], student: Student, rows: list[Row]) -> None:
    own = {"school_id": student.enrolment.school_id, "enrolment_id": student.enrolment.id}
    if rows:
        db.session.execute(sa.insert(model), [own | row for row in rows])


def _reader(student: Student, until: date) -> Reader:
    """The group that began before the school had a lesson of its own, has read the catalogue."""
    is_new = student.starts_on >= student.calendar.monday(OWN_LESSON_SINCE)
    course = course_of(student.stage.school.id, D1) if is_new else keuzedeel(D1)
    reached = student.data.lessons * PACE + _luck(student.data.number) % SPREAD if student.data.lessons else 0
    lessons = tuple(course.lesson(slug) for slug in course.programme.lessons[:reached])
    return Reader(student, course, lessons, until)


def _read(reader: Reader) -> Iterator[Row]:
    """Skip a lesson now and then, and leave one halfway; the last one is where somebody was."""
    for number, lesson in enumerate(reader.lessons):
        luck, is_last = reader.luck(lesson.slug), number == len(reader.lessons) - 1
        if luck % 9 == 0 and not is_last:
            continue
        opened_at, is_done = reader.moment(number), luck % 9 > 1 and not is_last
        yield {
            "lesson": lesson.slug,
            "opened_at": opened_at,
            "done_at": opened_at + lesson.minutes * MINUTE if is_done else None,
            "section": None if is_done else _somewhere(lesson, luck),
            "read_at": None if is_done else opened_at + 12 * MINUTE,
        }


def _somewhere(lesson: Lesson, luck: int) -> str:
    """Give a heading in the second half of a lesson."""
    found = list(headings(lesson))
    return found[len(found) // 2 + luck % (len(found) - len(found) // 2)]


def _of_lessons(reader: Reader, read: list[Row]) -> Iterator[Row]:
    """Answer the questions of the lessons that are done; now and then somebody leaves them."""
    for row in read:
        if row["done_at"] and reader.luck(row["lesson"], "questions") % 7:
            document = of_lesson(reader.course.lesson(row["lesson"]))
            yield from _answers(reader, document, row["done_at"])


def _of_selftests(reader: Reader) -> Iterator[Row]:
    """Make the self-tests of most of the blocks that are behind somebody."""
    reached = [each.slug for each in reader.lessons]
    blocks = {block.code: block for module in reader.course.programme.modules for block in module.blocks}
    for selftest in selftests_of(reader.course):
        last = blocks[selftest.block].lessons[-1]
        if last in reached and reader.luck(selftest.slug) % 3:
            moment = reader.moment(reached.index(last)) + 90 * MINUTE
            yield from _answers(reader, of_selftest(selftest, reader.course), moment)


def _answers(reader: Reader, document: Document, moment: datetime) -> Iterator[Row]:
    """Answer every question; most of what goes wrong is repeated on the days on which it comes back."""
    for number, question in enumerate(document.questions, 1):
        first = moment + number * MINUTE
        wrong = _goes_wrong(reader, document, question)
        yield _answer(document, question, first, right=not wrong)
        if wrong and reader.luck(document.slug, question.id, "again") % 16:
            days = (first + timedelta(days=days) for days in AGAIN)
            yield from (
                _answer(document, question, day, right=True) for day in days if day.date() < reader.until
            )


def _answer(document: Document, question: Question, moment: datetime, *, right: bool) -> Row:
    return {"document": document.slug, "created_at": moment} | _judged(question, right)


@lru_cache(maxsize=2048)
def _judged(question: Question, right: bool) -> Row:
    given = fill_in(question, right=right)
    return {
        "question_key": question.id,
        "question_hash": version_of(question),
        "given": given,
        "outcome": judge(question, given).outcome,
    }


def _goes_wrong(reader: Reader, document: Document, question: Question) -> bool:
    is_hard = _luck(document.slug, question.id) % HARD_ONE_IN == 0
    return reader.luck(document.slug, question.id) % 100 < (HARD if is_hard else USUAL)


def _luck(*parts: str) -> int:
    digest = hashlib.blake2b(":".join(parts).encode(), digest_size=4).digest()
    return int.from_bytes(digest)
