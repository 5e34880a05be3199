"""What a student can repeat today."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from content.keuzedeel import Keuzedeel
from content.nodes import Question
from course.selftest.documents import Document, documents
from course.selftest.queries import history_of
from course.selftest.repetition import due_first
from foundation.clock import today


@dataclass(frozen=True)
class Due:
    """A question that is due, with where it stands."""

    document: Document
    question: Question


def due_now(enrolment_id: UUID, course: Keuzedeel) -> list[Due]:
    """Give the questions that are due, the longest waiting first. One statement."""
    due = due_first(history_of(enrolment_id), today())
    there = documents(course) if due else {}
    found = []
    for slug, key in due:
        question = there[slug].question(key) if slug in there else None
        if question:
            found.append(Due(there[slug], question))
    return found
