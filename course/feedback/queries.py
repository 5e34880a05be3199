"""Read reactions, newest first, always with who wrote them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from course.feedback.models import Feedback
from enrolment.models import Enrolment
from foundation.database import db

PAGE = 20


def latest(enrolment_id: UUID, n: int) -> Sequence[Feedback]:
    """Give the n newest reactions on somebody's work, with their authors. One statement."""
    return db.session.scalars(_newest_first().limit(n), {"enrolment": enrolment_id}).all()


def page_of(enrolment: Enrolment, *, before: UUID | None = None) -> tuple[Sequence[Feedback], UUID | None]:
    """Give a page of reactions older than the one with this id, and the id to go on after."""
    found = _newest_first().where(Feedback.school_id == enrolment.school_id)
    if before is not None:
        found = found.where(sa.tuple_(Feedback.created_at, Feedback.id) < _key_of(enrolment, before))
    rows = db.session.scalars(found.limit(PAGE + 1), {"enrolment": enrolment.id}).all()
    return rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else None


def feedback_of(enrolment: Enrolment, feedback_id: UUID) -> Feedback | None:
    """Give one reaction on this student's work, locked for who handles it."""
    found = sa.select(Feedback).where(
        Feedback.school_id == enrolment.school_id,
        Feedback.enrolment_id == enrolment.id,
        Feedback.id == feedback_id,
    )
    return db.session.scalars(found.with_for_update()).one_or_none()


@cache
def _newest_first() -> sa.Select[Feedback]:
    """Build it once: to build it takes longer than to run it."""
    return (
        sa.select(Feedback)
        .where(Feedback.enrolment_id == sa.bindparam("enrolment"))
        .options(joinedload(Feedback.author))
        .order_by(Feedback.created_at.desc(), Feedback.id.desc())
    )


def _key_of(enrolment: Enrolment, feedback_id: UUID) -> sa.ScalarSelect[tuple[object, object]]:
    key = sa.select(Feedback.created_at, Feedback.id).where(
        Feedback.enrolment_id == enrolment.id, Feedback.id == feedback_id
    )
    return key.scalar_subquery()
