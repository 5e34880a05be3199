"""One self-test: a checked header and the questions of a block, each with the lessons to read again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.errors import ContentError
from content.faults import InCourse, fault
from content.fences import Fence, split
from content.frozen import Frozen, Text
from content.header import Below, read_header
from content.nodes import Question
from content.questions import read_question

FEWEST, MOST = 12, 16


class SelfTestHeader(Frozen):
    block: Text
    title: Text
    reviewed: Text


@dataclass(frozen=True, eq=False)
class SelfTest:
    """A self-test as it was written; `lessons` holds slugs by question, `source` is the file's text."""

    header: SelfTestHeader
    questions: tuple[Question, ...]
    lessons: Mapping[str, tuple[str, ...]]
    source: str

    @property
    def block(self) -> str:
        return self.header.block

    @property
    def slug(self) -> str:
        """The name under which answers are kept; no lesson has one like it."""
        return f"zelftest-{self.block.lower()}"

    @property
    def title(self) -> str:
        return self.header.title

    def all_lessons(self) -> tuple[str, ...]:
        """The slugs of all lessons it asks about, in order of the questions."""
        return tuple(dict.fromkeys(slug for slugs in self.lessons.values() for slug in slugs))


def read_selftest(text: str, *, name: str) -> SelfTest:
    """Read the text of a self-test file; faults say the file and the line."""
    header, below = read_header(SelfTestHeader, text, name=name)
    try:
        fences = _questions(below)
        questions = tuple(read_question(_without_lessons(fence)) for fence in fences)
    except ContentError as wrong:
        raise wrong.standing(file=name) from None
    lessons = {each.id: _lessons(fence) for each, fence in zip(questions, fences, strict=True)}
    if len(lessons) != len(questions):
        raise ContentError(fault(InCourse.QUESTION_TWICE, file=name))
    return SelfTest(header, questions, lessons, text)


def _questions(below: Below) -> tuple[Fence, ...]:
    parts = split(below.text, first_line=below.line)
    check = parts[0] if len(parts) == 1 else None
    if not isinstance(check, Fence) or check.name != "check":
        raise ContentError(fault(InCourse.ONE_CHECK))
    check.take()
    fences = check.children()
    if not FEWEST <= (number := len(fences)) <= MOST:
        found = fault(InCourse.QUESTION_COUNT, line=check.line, number=number, fewest=FEWEST, most=MOST)
        raise ContentError(found)
    return fences


def _lessons(fence: Fence) -> tuple[str, ...]:
    return tuple(dict(fence.attributes)["lessons"].split())


def _without_lessons(fence: Fence) -> Fence:
    if not dict(fence.attributes).get("lessons", "").split():
        raise ContentError(fault(InCourse.LESSONS_TO_REREAD, line=fence.line, name=fence.name))
    return replace(fence, attributes=tuple(each for each in fence.attributes if each[0] != "lessons"))
