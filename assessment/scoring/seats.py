"""Who sits where: an assessment for each allocated assessor of handed-in work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from assessment.scoring import acts
from assessment.scoring.models import Assessment
from assessment.scoring.workflow import ASSESSMENT, AssessmentAct, AssessmentState
from assessment.submissions.models import Submission
from enrolment.models import Allocation
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db

INDEPENDENT = (1, 2)
THIRD = 3


def seat_assessors(
    submission: Submission,
    *,
    criteria: Sequence[str],
    actor_id: UUID | None,
    seats: Sequence[int] = INDEPENDENT,
) -> None:
    """Give the work to the allocated assessors of these seats; who signed an older version judges again."""
    asked = {"submission": submission.id, "enrolment": submission.enrolment_id, "seats": seats}
    for seat, assessor_id, assessment in db.session.execute(_allocated(), asked).all():
        if assessment is None:
            seat_one(submission, seat=seat, assessor_id=assessor_id, criteria=criteria)
        elif assessment.state is AssessmentState.SIGNED:
            judge_again(assessment, criteria=criteria, actor_id=actor_id)


def seat_one(submission: Submission, *, seat: int, assessor_id: UUID, criteria: Sequence[str]) -> Assessment:
    """Put one assessor on one seat of a submission."""
    assessment = Assessment(
        school_id=submission.school_id,
        submission_id=submission.id,
        assessor_id=assessor_id,
        seat=seat,
        state=AssessmentState.ASSIGNED,
        criteria=list(criteria),
        scored=0,
        created_at=now(),
    )
    db.session.add(assessment)
    return assessment


def judge_again(
    assessment: Assessment, *, criteria: Sequence[str], actor_id: UUID | None, reason: str = ""
) -> None:
    """Open a signed assessment again; the signature stays, and the next one refers to it."""
    assessment.state = ASSESSMENT.next(assessment.state, AssessmentAct.REOPEN)
    assessment.signature_id = None
    assessment.criteria = list(criteria)
    record(acts.REOPENED, assessment, actor_id=actor_id, seat=assessment.seat, reason=reason)


@cache
def _allocated() -> sa.Select[int, UUID, Assessment | None]:
    """Build it once: to build it takes longer than to run it."""
    own = sa.and_(
        Assessment.submission_id == sa.bindparam("submission"),
        Assessment.assessor_id == Allocation.assessor_id,
    )
    return (
        sa.select(Allocation.seat, Allocation.assessor_id, Assessment)
        .outerjoin(Assessment, own)
        .where(
            Allocation.enrolment_id == sa.bindparam("enrolment"),
            Allocation.seat.in_(sa.bindparam("seats", expanding=True)),
        )
    )
