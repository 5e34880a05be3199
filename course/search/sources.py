"""The own texts of a student that can be found: per kind of text its table, and how to read a row of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from content.keuzedeel import Keuzedeel
from course.notes.models import Note
from course.search import own_notes, own_work
from course.search.documents import Document
from course.workbench.models import WorkItem


@dataclass(frozen=True)
class Source:
    """`model` has `id`, `school_id` and `enrolment_id`; a change of one of `fields` changes what is found."""

    model: type[Any]
    fields: tuple[str, ...]
    read: Callable[[Any, Keuzedeel], Document]


SOURCES: tuple[Source, ...] = (
    Source(WorkItem, own_work.FIELDS, own_work.read),
    Source(Note, own_notes.FIELDS, own_notes.read),
)
