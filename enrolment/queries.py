"""Read cohorts, enrolments, deadlines; always within one school."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
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
    own = (
        sa.select(Enrolment)
        .where(Enrolment.school_id == actor.school_id, Enrolment.student_id == actor.membership_id)
        .options(joinedload(Enrolment.cohort))
        .order_by(Enrolment.created_at.desc())
    )
    if chosen is not None:
        own = own.where(Enrolment.id == chosen)
    if for_writing:
        own = own.with_for_update(key_share=True, of=Enrolment)
    return db.session.scalars(own.limit(1)).one_or_none()


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
    cohort = sa.select(Deadline.work_process, Deadline.at).where(Deadline.cohort_id == enrolment.cohort_id)
    own = sa.select(Extension.work_process, Extension.at).where(Extension.enrolment_id == enrolment.id)
    latest: dict[str, datetime] = {}
    for work_process, at in db.session.execute(cohort.union_all(own)):
        latest[work_process] = max(at, latest.get(work_process, at))
    return latest
