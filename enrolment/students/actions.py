"""Pause, resume, withdraw, complete and transfer an enrolment; start and end coaching."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from accounts.schools.models import Membership
from enrolment import acts
from enrolment.cohorts.actions import locked
from enrolment.errors import AlreadyThere, AssessesThisStudent, OtherKeuzedeel
from enrolment.models import Coaching, Cohort, Enrolment
from enrolment.workflow import ENROLMENT, EnrolmentAct, EnrolmentState
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.errors import NotNow, Unknown

RECORDED = {
    EnrolmentAct.PAUSE: acts.PAUSED,
    EnrolmentAct.RESUME: acts.RESUMED,
    EnrolmentAct.COMPLETE: acts.COMPLETED,
    EnrolmentAct.WITHDRAW: acts.WITHDRAWN,
}
OVER = frozenset({EnrolmentState.COMPLETED, EnrolmentState.WITHDRAWN})


def take_step(
    enrolment: Enrolment, act: EnrolmentAct, *, actor_id: UUID | None, reason: str = ""
) -> EnrolmentState:
    """Let an enrolment pause, resume, complete or end, with the reason in the log."""
    row = locked(enrolment.id)
    row.state = ENROLMENT.next(row.state, act)
    row.ended_at = now() if row.state in OVER else None
    record(RECORDED[act], row, actor_id=actor_id, reason=reason)
    db.session.flush()
    return row.state


def transfer(enrolment: Enrolment, cohort: Cohort, *, actor_id: UUID, reason: str = "") -> None:
    """Move a student, with everything that was made, to another cohort of the same keuzedeel."""
    row = locked(enrolment.id)
    if row.state in OVER:
        raise NotNow()
    if cohort.school_id != row.school_id or cohort.keuzedeel != enrolment.cohort.keuzedeel:
        raise OtherKeuzedeel()
    there = sa.select(Enrolment.id).where(
        Enrolment.cohort_id == cohort.id, Enrolment.student_id == row.student_id
    )
    if db.session.scalar(there) is not None:
        raise AlreadyThere()
    left = row.cohort_id
    row.cohort_id = cohort.id
    record(acts.TRANSFERRED, row, actor_id=actor_id, reason=reason, left=left, joined=cohort.id)
    db.session.flush()
    db.session.refresh(row, ["cohort"])


def assign_coach(enrolments: Sequence[Enrolment], coach: Membership, *, actor_id: UUID | None) -> int:
    """Let a member coach these students, all or none; give to how many that was new."""
    if judged := [each for each in enrolments if _assesses(coach.id, each)]:
        raise AssessesThisStudent(names=", ".join(each.student.name for each in judged))
    return sum(_start_coaching(enrolment, coach, actor_id) for enrolment in enrolments)


def end_coaching(enrolment: Enrolment, coach_id: UUID, *, actor_id: UUID) -> None:
    """End the coaching by this member; the row stays, so that they never assess this student."""
    if coach_id not in {coaching.coach_id for coaching in enrolment.coachings}:
        raise Unknown()
    for coaching in enrolment.coachings:
        if coaching.coach_id == coach_id and coaching.ended_at is None:
            coaching.ended_at = now()
            record(acts.COACH_ENDED, enrolment, actor_id=actor_id, coach=coach_id)
    db.session.flush()


def _start_coaching(enrolment: Enrolment, coach: Membership, actor_id: UUID | None) -> bool:
    known = next((each for each in enrolment.coachings if each.coach_id == coach.id), None)
    if known is not None and known.ended_at is None:
        return False
    if known is not None:
        known.ended_at = None
    else:
        enrolment.coachings.append(
            Coaching(
                school_id=enrolment.school_id,
                enrolment_id=enrolment.id,
                coach_id=coach.id,
                coach=coach,
                since=now(),
            )
        )
    record(acts.COACH_ASSIGNED, enrolment, actor_id=actor_id, coach=coach.id)
    return True


def _assesses(member_id: UUID, enrolment: Enrolment) -> bool:
    return any(each.assessor_id == member_id for each in enrolment.allocations)
