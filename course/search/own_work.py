"""How an item of the own work is found: by its name, and by what was answered."""

from __future__ import annotations

from content.errors import UnknownContent
from content.keuzedeel import Keuzedeel
from content.plain import plain_text
from content.work_form import Piece, WorkSection
from course.search.documents import Document
from course.search.kinds import Kind
from course.workbench.models import WorkItem
from course.workbench.reading import in_words, name_of

FIELDS = ("values",)


def read(item: WorkItem, keuzedeel: Keuzedeel) -> Document:
    """Give an item as a document; what this version of the content does not ask is not found."""
    try:
        piece = keuzedeel.work.piece_by_key(item.piece)
        section = piece.section(item.section)
    except UnknownContent:
        return Document(Kind.WORK, "", "", "", "")
    return Document(
        kind=Kind.WORK,
        place=str(item.id) if section.kind == "list" else f"{piece.key}/{section.key}",
        title=name_of(section, item.values),
        context=_context(piece, section),
        text=_answers(item, section),
    )


def _context(piece: Piece, section: WorkSection) -> str:
    return f"{piece.title} · {section.title}" if section.kind == "list" else piece.title


def _answers(item: WorkItem, section: WorkSection) -> str:
    """The first answer of a list is the name of the item, and stands in the title."""
    fields = section.fields[1:] if section.kind == "list" else section.fields
    answers = (in_words(field, item.values.get(field.key)) for field in fields if field.type != "links")
    return "\n".join(text for text in map(plain_text, answers) if text)
