"""Read cohorts, enrolments, deadlines; always within one school."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from accounts.policy.actor import Actor
from enrolment.models import Deadline, Enrolment, Extension
from foundation.database import db


def own_enrolment(actor: Actor, chosen: UUID | None = None, *, for_writing: bool = False) -> Enrolment | None:
    """Give the student's enrolment with its cohort: the chosen one, else the newest. One statement.

    `for_writing` locks its row, so that saving work and handing it in wait for each other.
    """
    asked = {"school": actor.school_id, "student": actor.membership_id}
    own = _own_enrolment()
    if chosen is not None:
        own = own.where(Enrolment.id == chosen)
    if for_writing:
        own = own.with_for_update(key_share=True, of=Enrolment)
    return db.session.scalars(own, asked).one_or_none()


def enrolment_with_people(school_id: UUID, enrolment_id: UUID) -> Enrolment | None:
    """Give an enrolment with cohort, student, coaches and assessors."""
    found = (
        sa.select(Enrolment)
        .where(Enrolment.school_id == school_id, Enrolment.id == enrolment_id)
        .options(
            joinedload(Enrolment.cohort),
            joinedload(Enrolment.student),
            selectinload(Enrolment.coachings),
            selectinload(Enrolment.allocations),
        )
    )
    return db.session.scalars(found).one_or_none()


def deadlines_for(enrolment: Enrolment) -> Mapping[str, datetime]:
    """Give the last instant per work process: that of the cohort, or the later one of an extension."""
    asked = {"cohort": enrolment.cohort_id, "enrolment": enrolment.id}
    latest: dict[str, datetime] = {}
    for work_process, at in db.session.execute(_deadlines(), asked):
        latest[work_process] = max(at, latest.get(work_process, at))
    return latest


# Built once per process: every page of a student asks these, and to build them takes longer than to run them.
@cache
def _own_enrolment() -> sa.Select[Enrolment]:
    return (
        sa.select(Enrolment)
        .where(Enrolment.school_id == sa.bindparam("school"), Enrolment.student_id == sa.bindparam("student"))
        .options(joinedload(Enrolment.cohort))
        .order_by(Enrolment.created_at.desc())
        .limit(1)
    )


@cache
def _deadlines() -> Any:
    cohort = sa.select(Deadline.work_process, Deadline.at).where(Deadline.cohort_id == sa.bindparam("cohort"))
    own = sa.select(Extension.work_process, Extension.at).where(
        Extension.enrolment_id == sa.bindparam("enrolment")
    )
    return cohort.union_all(own)
