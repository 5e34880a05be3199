"""Where what is found stands: its page, its place there, and which words the browser marks."""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID

from flask import url_for

from content.keuzedeel import Keuzedeel
from course.notes.places import lesson_called
from course.search.kinds import Kind
from course.search.queries import Found

# Words in a form cannot be marked.
IN_FORMS = frozenset({Kind.NOTE, Kind.WORK})


def address_of(found: Found, course: Keuzedeel, marks: tuple[tuple[str, str], ...]) -> str:
    """Give the address of a result: to its place, and in browsers that can, to its words."""
    page, anchor = _place(found, course)
    if found.kind in IN_FORMS:
        return _with(page, anchor)
    return _with(page, anchor + _words(marks))


def _place(found: Found, course: Keuzedeel) -> tuple[str, str]:
    name, _sign, anchor = found.place.partition("#")
    match found.kind:
        case Kind.LESSON:
            return url_for("programme.lesson", slug=name), anchor
        case Kind.ASSIGNMENT:
            return url_for("programme.assignment", slug=name), anchor
        case Kind.WORD:
            return url_for("glossary.show"), f"woord-{name}"
        case Kind.FRAMEWORK:
            return url_for("programme.framework", keuzedeel=course.slug), name
        case Kind.NOTE:
            return _note(found, course, name, anchor)
        case Kind.WORK:
            return _work(found.place), ""


def _note(found: Found, course: Keuzedeel, lesson: str, section: str) -> tuple[str, str]:
    """A note at a lesson that is no longer offered is found among all notes."""
    if lesson_called(course, lesson):
        return url_for("programme.lesson", slug=lesson), f"notitie-{section}"
    return url_for("notes.show"), f"notitie-{found.id}"


def _work(place: str) -> str:
    piece, _sign, section = place.partition("/")
    if section:
        return url_for("workbench.section", piece=piece, section=section)
    return url_for("workbench.item", item_id=UUID(place))


def _words(marks: tuple[tuple[str, str], ...]) -> str:
    """Write a text fragment: per word what stands before it, so that it is this one and no other."""
    texts = (f"text={_quoted(before) + '-,' if before else ''}{_quoted(word)}" for before, word in marks)
    return f":~:{'&'.join(texts)}" if marks else ""


def _quoted(text: str) -> str:
    """A hyphen means something in a text fragment."""
    return quote(text, safe="").replace("-", "%2D")


def _with(page: str, fragment: str) -> str:
    return f"{page}#{fragment}" if fragment else page
