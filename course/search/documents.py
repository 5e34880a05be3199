"""What can be found in a course: its sections, assignments, words and official sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import (
    Case,
    Check,
    Checklist,
    Compare,
    Dilemma,
    Figure,
    Node,
    Note,
    Prose,
    Reading,
    TryThis,
    Word,
)
from content.plain import plain_text
from content.sections import Section, sections_of
from course.search.kinds import Kind


@dataclass(frozen=True)
class Document:
    """A thing to be found; `place` says where it stands, as the links of its kind read it."""

    kind: Kind
    place: str
    title: str
    context: str
    text: str


@lru_cache(maxsize=4)
def documents_of(course: Keuzedeel) -> tuple[Document, ...]:
    """Give everything in a course that can be found, in the order of the course."""
    return (
        *_words(course),
        *(each for lesson in course.lessons for each in _sections(Kind.LESSON, lesson, lesson.header.core)),
        *(each for assignment in course.assignments for each in _sections(Kind.ASSIGNMENT, assignment, "")),
        *_framework(course),
    )


def _sections(kind: Kind, document: Lesson | Assignment, core: str) -> Iterator[Document]:
    """A page with nothing before its first heading is still found by its title."""
    sections = [each for each in sections_of(document.nodes) if not isinstance(each.nodes[0], Word)]
    if not sections or sections[0].id:
        sections.insert(0, Section("", "", ()))
    for number, section in enumerate(sections):
        texts = [core] * (not number) + [_below(section.title, text_of(node)) for node in section.nodes]
        yield Document(
            kind=kind,
            place=f"{document.slug}#{section.id}",
            title=section.title or document.title,
            context=document.title if section.title else "",
            text="\n".join(text for text in texts if text),
        )


def _below(title: str, text: str) -> str:
    """A heading is the title of what is found, and no part of its text."""
    return text.removeprefix(f"{title}\n") if title else text


def _words(course: Keuzedeel) -> Iterator[Document]:
    for each in course.glossary.terms:
        yield Document(Kind.WORD, each.slug, each.term, "", plain_text(each.body))


def _framework(course: Keuzedeel) -> Iterator[Document]:
    for process in course.qualification.work_processes:
        for each in process.behaviours:
            text = f"{each.text}\n{each.plain}"
            yield Document(Kind.FRAMEWORK, each.id, each.id, process.short_title, text)
    for item in course.qualification.items:
        yield Document(Kind.FRAMEWORK, item.id, item.id, "", item.text)


def text_of(node: Node) -> str:
    """Give the words of a part of a lesson; of questions what is asked, never what is right."""
    return "\n".join(filter(None, (plain_text(text) for text in _texts(node))))


def _texts(node: Node) -> tuple[str, ...]:
    match node:
        case Prose():
            return (node.markdown,)
        case Case():
            return (node.place, node.body)
        case Compare():
            return (node.weak, node.good, node.why)
        case Checklist():
            return node.points
        case Figure():
            return (node.caption, node.body)
        case Check():
            return tuple(question.prompt for question in node.questions)
        case Word():
            return (node.term, node.body)
        case Dilemma() | Note() | TryThis() | Reading():
            return (node.body,)
