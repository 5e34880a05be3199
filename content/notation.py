"""Read the notation of lessons: fenced components between pieces of Markdown."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar, cast, get_args

from content.errors import ContentError
from content.faults import Fault, InText, fault
from content.fences import Fence, split
from content.nodes import (
    Case,
    Check,
    Checklist,
    Compare,
    Dilemma,
    Figure,
    Node,
    Note,
    NoteKind,
    Prose,
    Question,
    Reading,
    TryThis,
    Word,
)
from content.questions import TICKED, marked_lines, read_question

Part = TypeVar("Part")
Read = TypeVar("Read")
MAY_BE_EMPTY = frozenset({"check", "figure"})  # their own readers say what they lack
FILE = re.compile(r"[a-z0-9-]+\.(svg|jpg|png|webp)")


def read_nodes(text: str, *, first_line: int = 1) -> tuple[Node, ...]:
    """Turn the body of a lesson into its parts; raise ContentError on wrong notation."""
    parts = split(text, first_line=first_line)
    return tuple(each_read(parts, lambda part: Prose(part) if isinstance(part, str) else _component(part)))


def each_read(parts: Sequence[Part], read: Callable[[Part], Read]) -> list[Read]:
    """Read every part before anything is refused, so that who wrote them meets all faults at once."""
    made: list[Read] = []
    faults: list[Fault] = []
    for part in parts:
        try:
            made.append(read(part))
        except ContentError as wrong:
            faults += wrong.faults
    if faults:
        raise ContentError(*faults)
    return made


def _component(fence: Fence) -> Node:
    reader = READERS.get(fence.name)
    if reader is None:
        raise ContentError(fault(InText.UNKNOWN_COMPONENT, line=fence.line, name=fence.name))
    try:
        if fence.name not in MAY_BE_EMPTY and not fence.body.strip():
            raise ContentError(fault(InText.EMPTY, name=fence.name))
        return reader(fence)
    except ContentError as wrong:
        raise wrong.standing(line=fence.line) from None


def _case(fence: Fence) -> Node:
    title, place, when = fence.take("title", "place", "when")
    return Case(title, place, when, fence.body)


def _word(fence: Fence) -> Node:
    (term,) = fence.take("term")
    return Word(term, fence.body)


def _compare(fence: Fence) -> Node:
    (title,) = fence.take("title")
    children = fence.children()
    sides = {side.name: side.body for side in children}
    if list(sides) != ["weak", "good", "why"]:
        raise ContentError(fault(InText.COMPARE_PARTS))
    if empty := [side for side in children if not side.body.strip()]:
        raise ContentError(*(fault(InText.EMPTY, line=side.line, name=side.name) for side in empty))
    return Compare(title, **sides)


def _checklist(fence: Fence) -> Node:
    (title,) = fence.take("title")
    points = marked_lines(fence.body, TICKED, first_line=fence.below)
    return Checklist(title, tuple(point.text for point in points))


def _dilemma(fence: Fence) -> Node:
    (title,) = fence.take("title")
    return Dilemma(title, fence.body)


def _figure(fence: Fence) -> Node:
    src, alt, caption = fence.take("src", "alt", "caption")
    if not FILE.fullmatch(src):
        raise ContentError(fault(InText.FIGURE_FILE, src=src))
    return Figure(src, alt, caption, fence.body)


def _note(fence: Fence) -> Node:
    (kind,) = fence.take("kind")
    if kind not in get_args(NoteKind):
        raise ContentError(fault(InText.NOTE_KIND, kind=kind))
    return Note(cast(NoteKind, kind), fence.body)


def _try_this(fence: Fence) -> Node:
    title, minutes = fence.take("title", "minutes")
    if not re.fullmatch(r"[0-9]{1,3}", minutes):
        raise ContentError(fault(InText.MINUTES, minutes=minutes))
    return TryThis(title, int(minutes), fence.body)


def _reading(fence: Fence) -> Node:
    fence.take()
    return Reading(fence.body)


def _check(fence: Fence) -> Node:
    fence.take()
    questions: tuple[Question, ...] = tuple(each_read(fence.children(), read_question))
    ids = [question.id for question in questions]
    if not ids or len(set(ids)) != len(ids):
        raise ContentError(fault(InText.CHECK_QUESTIONS))
    return Check(questions)


READERS: dict[str, Callable[[Fence], Node]] = {
    "case": _case,
    "word": _word,
    "compare": _compare,
    "checklist": _checklist,
    "dilemma": _dilemma,
    "figure": _figure,
    "note": _note,
    "try-this": _try_this,
    "reading": _reading,
    "check": _check,
}
