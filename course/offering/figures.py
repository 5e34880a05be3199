"""Drawings and pictures in own lessons: what a text may name, and how it names it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from content.assignment import Assignment
from content.drawing import Drawing
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.nodes import Figure
from content.picture import Picture
from content.sections import slug_of
from course.offering.documents import OwnText

LONGEST_STEM = 50
Known = Mapping[str, Drawing | Picture]
NAMED = re.compile(r'^(:{3,4} figure\b[^\n]*? src=")([^"\n]*)(")', re.MULTILINE)


@dataclass(frozen=True)
class CourseDrawing:
    """A drawing of the course, with the words it stands with in its lesson."""

    drawing: Drawing
    figure: Figure
    document: OwnText

    @property
    def component(self) -> str:
        """Give what a text says to show it."""
        figure = self.figure
        return component(figure.src, alt=figure.alt, caption=figure.caption, body=figure.body)


def course_drawings(course: Keuzedeel) -> tuple[CourseDrawing, ...]:
    """Give the drawings of the lessons and assignments of the catalogue, in order."""
    documents: tuple[Lesson | Assignment, ...] = (*course.lessons, *course.assignments)
    return tuple(found for document in documents for found in _drawings(document))


def with_figures(document: OwnText, known: Known) -> OwnText:
    """Give the document with the drawings and pictures that its text names."""
    return replace(document, drawings=tuple(known[name] for name in names_in(document) if name in known))


def names_in(document: OwnText) -> tuple[str, ...]:
    """Give what the text names, each once."""
    return tuple(dict.fromkeys(node.src for node in document.nodes if isinstance(node, Figure)))


def component(src: str, *, alt: str = "", caption: str = "", body: str = "") -> str:
    """Write what a text says to show a drawing or picture."""
    told = caption.replace('"', "’")
    return f'::: figure src="{src}" alt="{alt}" caption="{told}"\n{body}\n:::'


def name_for(title: str, extension: str, taken: Collection[str]) -> str:
    """Make a name for a picture that no other picture has."""
    stem = slug_of(title)[:LONGEST_STEM].strip("-")
    wanted, count = f"{stem}.{extension}", 2
    while wanted in taken:
        wanted, count = f"{stem}-{count}.{extension}", count + 1
    return wanted


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Give the text with other names for these pictures."""
    return NAMED.sub(lambda found: found[1] + names.get(found[2], found[2]) + found[3], text)


def _drawings(document: OwnText) -> Iterator[CourseDrawing]:
    by_name = {each.name: each for each in document.drawings if isinstance(each, Drawing)}
    for node in document.nodes:
        if isinstance(node, Figure) and node.src in by_name:
            yield CourseDrawing(by_name[node.src], node, document)
