"""Answers to enrolment's questions about allocation: may a seat change hands, and what happens then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa

from assessment.agreement.models import Agreement
from assessment.agreement.workflow import AgreementState
from assessment.scoring import acts
from assessment.scoring.errors import GaveItBack, NothingToHandOver
from assessment.scoring.models import Assessment
from assessment.scoring.seats import INDEPENDENT, THIRD, seat_one
from assessment.scoring.workflow import ASSESSMENT, AssessmentAct, AssessmentState
from assessment.submissions import rubrics
from assessment.submissions.models import Submission
from assessment.submissions.workflow import SubmissionState
from enrolment.catalogue import keuzedeel
from enrolment.hooks import Seated
from enrolment.models import Allocation, Cohort, Enrolment
from foundation.audit.actions import record
from foundation.database import db

OPEN = (AssessmentState.ASSIGNED, AssessmentState.IN_PROGRESS)
IN_HANDS = (SubmissionState.SUBMITTED, SubmissionState.IN_ASSESSMENT)


def may_replace_assessor(allocation: Allocation) -> None:
    """Refuse when this assessor has signed all there is; else what is signed stays and the rest goes over."""
    signed = (
        sa.select(sa.func.count())
        .select_from(Assessment)
        .join(Submission, Submission.id == Assessment.submission_id)
        .where(
            Submission.enrolment_id == allocation.enrolment_id,
            Assessment.assessor_id == allocation.assessor_id,
            Assessment.state == AssessmentState.SIGNED,
        )
    )
    slug = sa.select(Cohort.keuzedeel).join(Enrolment).where(Enrolment.id == allocation.enrolment_id)
    if (db.session.scalar(signed) or 0) >= len(
        keuzedeel(db.session.scalars(slug).one()).qualification.work_processes
    ):
        raise NothingToHandOver()


def signed_by(assessor_id: UUID) -> Mapping[UUID, int]:
    """Count per enrolment the work processes that an assessor has signed. One statement."""
    found = (
        sa.select(
            Submission.enrolment_id, sa.func.count(sa.distinct(Submission.work_process)).label("number")
        )
        .join(Assessment, Assessment.submission_id == Submission.id)
        .where(Assessment.assessor_id == assessor_id, Assessment.state == AssessmentState.SIGNED)
        .group_by(Submission.enrolment_id)
    )
    return {row.enrolment_id: row.number for row in db.session.execute(found)}


def assessor_allocated(seated: Sequence[Seated]) -> None:
    """Relieve who sat there before, and give the new assessors the work that is handed in."""
    for seat in seated:
        if seat.replaced:
            _relieve(seat.allocation, seat.replaced)
    db.session.flush()
    by_enrolment = {(each.allocation.enrolment_id, each.allocation.seat): each.allocation for each in seated}
    for submission, agreement in _work_of({each.allocation.enrolment_id for each in seated}):
        for number in (*INDEPENDENT, THIRD):
            if allocation := by_enrolment.get((submission.enrolment_id, number)):
                _seat(submission, agreement, allocation)
    db.session.flush()


def _seat(submission: Submission, agreement: Agreement | None, allocation: Allocation) -> None:
    if allocation.seat == THIRD:
        if agreement is None or agreement.state is not AgreementState.THIRD_ASSESSOR:
            return
        criteria = list(agreement.differing)
    else:
        rubric = rubrics.instrument(str(submission.rubric_hash))
        criteria = [each.id for each in rubric.criteria(submission.work_process)]
    if _is_taken(submission.id, allocation):
        return
    seat_one(submission, seat=allocation.seat, assessor_id=allocation.assessor_id, criteria=criteria)


def _is_taken(submission_id: UUID, allocation: Allocation) -> bool:
    """Tell whether the seat was signed already (that stays); refuse who gave this very work back before."""
    found = sa.select(Assessment.assessor_id, Assessment.seat, Assessment.state).where(
        Assessment.submission_id == submission_id
    )
    rows = db.session.execute(found).all()
    if any(row.seat == allocation.seat and row.state is not AssessmentState.DECLINED for row in rows):
        return True
    if any(row.assessor_id == allocation.assessor_id for row in rows):
        raise GaveItBack()
    return False


def _relieve(allocation: Allocation, replaced: UUID) -> None:
    found = (
        sa.select(Assessment)
        .join(Submission, Submission.id == Assessment.submission_id)
        .where(
            Submission.enrolment_id == allocation.enrolment_id,
            Assessment.assessor_id == replaced,
            Assessment.state.in_(OPEN),
        )
    )
    for assessment in db.session.scalars(found):
        assessment.state = ASSESSMENT.next(assessment.state, AssessmentAct.DECLINE)
        record(acts.RELIEVED, assessment, actor_id=None, seat=assessment.seat)


def _work_of(enrolment_ids: set[UUID]) -> Sequence[tuple[Submission, Agreement | None]]:
    found = (
        sa.select(Submission, Agreement)
        .outerjoin(Agreement, Agreement.submission_id == Submission.id)
        .where(Submission.enrolment_id.in_(enrolment_ids), Submission.state.in_(IN_HANDS))
    )
    return [(submission, agreement) for submission, agreement in db.session.execute(found)]
