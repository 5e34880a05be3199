"""What holds questions: a lesson, by its slug. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import Question


@dataclass(frozen=True)
class Document:
    """Questions that stand together, and per question the lessons to read again."""

    slug: str
    title: str
    questions: tuple[Question, ...]
    lessons: dict[str, tuple[Lesson, ...]] = field(default_factory=dict)

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


def documents(course: Keuzedeel) -> dict[str, Document]:
    """Give everything with questions in a course, by its slug, in reading order."""
    return {lesson.slug: of_lesson(lesson) for lesson in course.lessons if lesson.questions}


def document_of(course: Keuzedeel, slug: str) -> Document | None:
    """Find what holds questions under this slug."""
    return next((of_lesson(each) for each in course.lessons if each.slug == slug), None)
