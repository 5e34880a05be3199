"""What each page is given about notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask import get_template_attribute
from flask_babel import gettext as _

from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from course.notes.forms import NoteForm, note_form
from course.notes.models import Note
from course.notes.places import WHOLE, lesson_called, sections_for_notes
from course.notes.queries import Written, note_by_id, notes_at, notes_of
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState


@dataclass(frozen=True)
class Corner:
    """The place for a note at a section: what is written there, and its form while one follows the course."""

    lesson: str
    section: str
    title: str
    written: Written | None
    form: NoteForm | None

    @property
    def id(self) -> str:
        """Give the id of its place on the page."""
        return f"notitie-{self.section}"

    @property
    def text(self) -> str:
        """Give what is written."""
        return self.written.note.body if self.written else ""


@dataclass(frozen=True)
class Pile:
    """The notes at one lesson, in the order of the lesson."""

    lesson: Lesson | None
    title: str
    corners: Sequence[Corner]


def corners_of(lesson: Lesson, enrolment: Enrolment) -> dict[str, Corner]:
    """Give the corners of a lesson by section; notes at headings that are gone come last. One statement."""
    notes = notes_at(enrolment, lesson.slug)
    titles = titles_of(lesson)
    gone = {each.note.section: "" for each in notes.values() if each.note.body}
    empty = _form_of(None, enrolment)  # one form serves all sections at which nothing is written yet
    return {
        section: corner(lesson.slug, section, title, notes[section], enrolment)
        if section in notes
        else _corner(lesson.slug, section, title, None, empty)
        for section, title in (gone | titles).items()
    }


def corner(lesson: str, section: str, title: str, written: Written | None, enrolment: Enrolment) -> Corner:
    """Give one corner, with a form when it can be written in."""
    return _corner(lesson, section, title, written, _form_of(written, enrolment))


def _corner(lesson: str, section: str, title: str, written: Written | None, form: NoteForm | None) -> Corner:
    return Corner(lesson, section, title or _("Een kop die er niet meer is"), written, form)


def _form_of(written: Written | None, enrolment: Enrolment) -> NoteForm | None:
    is_open = enrolment.state is EnrolmentState.ACTIVE
    return note_form(written.note if written else None, fresh=True) if is_open else None


def evidence_fragment(enrolment: Enrolment, note: Note) -> dict[str, str]:
    """Give the line on which evidence is made of a note, for a page on which it got or lost its text."""
    line = get_template_attribute("notes/parts.html", "evidence_line")
    return {f"#bewijs-{note.section}": line(note.section, note_by_id(enrolment, note.id))}


def titles_of(lesson: Lesson) -> dict[str, str]:
    """Give the names of the places in a lesson."""
    return {**sections_for_notes(lesson), WHOLE: _("De hele les")}


def piles(course: Keuzedeel, enrolment: Enrolment) -> list[Pile]:
    """Give all notes per lesson, in the order of the course. One statement."""
    notes: dict[str, list[Written]] = {}
    for each in notes_of(enrolment):
        notes.setdefault(each.note.lesson, []).append(each)
    order = [lesson.slug for lesson in course.lessons]
    known = sorted(notes, key=lambda slug: order.index(slug) if slug in order else len(order))
    return [_pile(lesson_called(course, slug), slug, notes[slug], enrolment) for slug in known]


def place_in_words(lesson: Lesson | None, written: Written) -> str:
    """Say where a note stands: the source of the evidence that is made of it."""
    note = written.note
    title = lesson.title if lesson else note.lesson
    section = sections_for_notes(lesson).get(note.section) if lesson else None
    if section:
        said = _("Bron: mijn notitie bij de les ‘%(lesson)s’, bij ‘%(part)s’.", lesson=title, part=section)
    else:
        said = _("Bron: mijn notitie bij de les ‘%(lesson)s’.", lesson=title)
    return str(said)


def _pile(lesson: Lesson | None, slug: str, notes: Sequence[Written], enrolment: Enrolment) -> Pile:
    corners = _in_order(lesson, slug, notes, enrolment)
    return Pile(lesson, lesson.title if lesson else _("Een les die er niet meer is"), tuple(corners))


def _in_order(
    lesson: Lesson | None, slug: str, notes: Sequence[Written], enrolment: Enrolment
) -> Iterator[Corner]:
    titles = titles_of(lesson) if lesson else {}
    order: list[Any] = list(titles)
    for each in sorted(notes, key=lambda each: _place(order, each.note.section)):
        yield corner(slug, each.note.section, titles.get(each.note.section, ""), each, enrolment)


def _place(order: list[Any], section: str) -> int:
    return order.index(section) if section in order else len(order)
