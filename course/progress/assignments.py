"""Which practice assignments a student ticked off, alone or together with the lessons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from course.progress.models import AssignmentDone, LessonProgress
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db


@dataclass
class LessonRead:
    """What is known of one lesson."""

    opened_at: datetime
    done_at: datetime | None
    section: str | None
    read_at: datetime | None


@dataclass(frozen=True)
class Study:
    """How far a student is: lessons by slug, and the slugs of the assignments that are done."""

    lessons: Mapping[str, LessonRead]
    assignments: frozenset[str]


def study_of(enrolment_id: UUID) -> Study:
    """Give lessons and assignments together. One statement."""
    rows = db.session.execute(_study(), {"enrolment": enrolment_id}).all()
    return Study(
        {
            slug: LessonRead(begun_at, done_at, section, read_at)
            for kind, slug, begun_at, done_at, section, read_at in rows
            if kind == "lesson"
        },
        frozenset(row.slug for row in rows if row.kind == "assignment"),
    )


@cache
def _study() -> Any:
    """Build it once: every page of a student asks it, and to build it takes longer than to run it."""
    of_lessons = sa.select(
        sa.literal("lesson").label("kind"),
        LessonProgress.lesson.label("slug"),
        LessonProgress.opened_at.label("begun_at"),
        LessonProgress.done_at.label("done_at"),
        LessonProgress.section.label("section"),
        LessonProgress.read_at.label("read_at"),
    ).where(LessonProgress.enrolment_id == sa.bindparam("enrolment"))
    of_assignments = sa.select(
        sa.literal("assignment"),
        AssignmentDone.assignment,
        AssignmentDone.done_at,
        AssignmentDone.done_at,
        sa.cast(sa.null(), LessonProgress.section.type),
        AssignmentDone.done_at,
    ).where(AssignmentDone.enrolment_id == sa.bindparam("enrolment"))
    return of_lessons.union_all(of_assignments)


def done_assignments(enrolment_id: UUID) -> frozenset[str]:
    """Give the slugs of the assignments that were ticked off. One statement."""
    ticked = sa.select(AssignmentDone.assignment).where(AssignmentDone.enrolment_id == enrolment_id)
    return frozenset(db.session.scalars(ticked))


def tick_assignment(enrolment: Enrolment, *, assignment: str) -> bool:
    """Tick an assignment off; tell whether it was not yet done."""
    if db.session.scalar(_row(enrolment.id, assignment).with_for_update()) is not None:
        return False
    row = AssignmentDone(
        school_id=enrolment.school_id, enrolment_id=enrolment.id, assignment=assignment, done_at=now()
    )
    db.session.add(row)
    return True


def untick_assignment(enrolment: Enrolment, *, assignment: str) -> None:
    """Take the tick of an assignment back."""
    if row := db.session.scalar(_row(enrolment.id, assignment).with_for_update()):
        db.session.delete(row)


def _row(enrolment_id: UUID, assignment: str) -> sa.Select[AssignmentDone]:
    return sa.select(AssignmentDone).where(
        AssignmentDone.enrolment_id == enrolment_id, AssignmentDone.assignment == assignment
    )
