"""One self-test: a checked header and the questions of a block, each with the lessons to read again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.errors import ContentError
from content.fences import Fence, split
from content.frozen import Frozen, Text
from content.header import read_header
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
    """Read the text of a self-test file; errors name the file and the line of its body."""
    header, body = read_header(SelfTestHeader, text, name=name)
    try:
        fences = _questions(body)
        questions = tuple(read_question(_without_lessons(fence)) for fence in fences)
    except ContentError as problem:
        raise ContentError(f"{name}: below the header, {problem}") from None
    lessons = {each.id: _lessons(fence) for each, fence in zip(questions, fences, strict=True)}
    if len(lessons) != len(questions):
        raise ContentError(f"{name}: each question needs an id of its own")
    return SelfTest(header, questions, lessons, text)


def _questions(body: str) -> tuple[Fence, ...]:
    parts = split(body)
    check = parts[0] if len(parts) == 1 else None
    if not isinstance(check, Fence) or check.name != "check":
        raise ContentError("a self-test is one check, and nothing else")
    check.take()
    fences = check.children()
    if not FEWEST <= len(fences) <= MOST:
        raise ContentError(f"line {check.line}: {len(fences)} questions; {FEWEST} to {MOST}")
    return fences


def _lessons(fence: Fence) -> tuple[str, ...]:
    return tuple(dict(fence.attributes)["lessons"].split())


def _without_lessons(fence: Fence) -> Fence:
    if not dict(fence.attributes).get("lessons", "").split():
        raise ContentError(f'line {fence.line}: {fence.name} takes lessons="slug" or lessons="slug-a slug-b"')
    return replace(fence, attributes=tuple(each for each in fence.attributes if each[0] != "lessons"))
