"""What holds questions: a lesson or the self-test of a block, by its slug. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import Question
from content.selftest import SelfTest


@dataclass(frozen=True)
class Document:
    """Questions that stand together, and per question the lessons to read again; `block` of a self-test."""

    slug: str
    title: str
    questions: tuple[Question, ...]
    lessons: dict[str, tuple[Lesson, ...]] = field(default_factory=dict)
    block: str = ""

    @property
    def all_lessons(self) -> list[Lesson]:
        """Give every lesson that it asks about, once."""
        return list(dict.fromkeys(each for found in self.lessons.values() for each in found))

    def question(self, wanted: str) -> Question | None:
        """Find the question with this id."""
        return next((each for each in self.questions if each.id == wanted), None)

    def number(self, question: Question) -> int:
        """Give the number that the page shows."""
        return self.questions.index(question) + 1


def of_lesson(lesson: Lesson) -> Document:
    """Give the questions of a lesson."""
    questions = lesson.questions
    return Document(lesson.slug, lesson.title, questions, {each.id: (lesson,) for each in questions})


def of_selftest(selftest: SelfTest, course: Keuzedeel) -> Document:
    """Give the questions of a self-test, with those lessons to read again that this course offers."""
    there = {each.slug: each for each in course.lessons}
    lessons = {
        key: tuple(there[slug] for slug in slugs if slug in there) for key, slugs in selftest.lessons.items()
    }
    return Document(selftest.slug, selftest.title, selftest.questions, lessons, selftest.block)


def selftests_of(course: Keuzedeel) -> tuple[SelfTest, ...]:
    """Give the self-tests of the blocks that this course has."""
    blocks = {block.code for module in course.programme.modules for block in module.blocks}
    return tuple(each for each in course.selftests if each.block in blocks)


def documents(course: Keuzedeel) -> dict[str, Document]:
    """Give everything with questions in a course, by its slug."""
    found = [of_lesson(each) for each in course.lessons]
    found += [of_selftest(each, course) for each in selftests_of(course)]
    return {each.slug: each for each in found}


def document_of(course: Keuzedeel, slug: str) -> Document | None:
    """Find what holds questions under this slug."""
    return documents(course).get(slug)
