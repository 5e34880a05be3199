"""Read a lesson or assignment of a school with the readers of the course. Pure."""

from __future__ import annotations

from content.assignment import Assignment, read_assignment
from content.lesson import Lesson, read_lesson
from course.offering.kinds import OwnKind

OwnText = Lesson | Assignment


def body_of(text: str, document: OwnText) -> str:
    """Give the part of the file that its writer writes: below the header, the title and the core."""
    _header, _line, below = text[4:].partition("\n---\n")
    body = below.strip().removeprefix(f"# {document.title}").strip()
    if isinstance(document, Lesson):
        body = body.removeprefix(f"**Kern.** {document.header.core}").strip()
    return body


def read_document(kind: OwnKind, text: str, *, name: str = "") -> OwnText:
    """Read the text of a lesson or assignment; raise ContentError with what is wrong, and where."""
    return read_lesson(text, name=name) if kind is OwnKind.LESSON else read_assignment(text, name=name)
