"""How a note at a lesson is found: by what is written, and by the lesson it stands at."""

from __future__ import annotations

from content.keuzedeel import Keuzedeel
from content.plain import plain_text
from course.notes.models import Note
from course.notes.places import lesson_called
from course.search.documents import Document
from course.search.kinds import Kind

FIELDS = ("body",)


def read(note: Note, keuzedeel: Keuzedeel) -> Document:
    """Give a note as a document; an emptied note is not found."""
    if not note.body:
        return Document(Kind.NOTE, "", "", "", "")
    lesson = lesson_called(keuzedeel, note.lesson)
    title = lesson.title if lesson else note.lesson
    return Document(Kind.NOTE, f"{note.lesson}#{note.section}", title, "", plain_text(note.body))
