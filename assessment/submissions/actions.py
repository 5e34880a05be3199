"""Hand in, take back, give back, conclude. A decision locks the row of the submission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from accounts.people.models import Person
from accounts.schools.models import Membership
from assessment.scoring.seats import seat_assessors
from assessment.submissions import acts, rubrics, snapshots
from assessment.submissions.errors import AlreadyHandedIn, AlreadyOpened, EnrolmentIsClosed, TooLate
from assessment.submissions.locking import lock
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.rules import in_time
from assessment.submissions.snapshots import Declaration
from assessment.submissions.workflow import SUBMISSION, SubmissionAct, SubmissionState
from content.keuzedeel import Keuzedeel
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.mail.actions import send
from foundation.web.moments import moment


@dataclass(frozen=True)
class HandIn:
    """All that a hand-in consists of. `arrived` is the instant at which the request came in."""

    enrolment: Enrolment
    keuzedeel: Keuzedeel
    work_process: str
    work: dict[str, Any]
    hours: dict[str, int]
    declaration: Declaration
    arrived: datetime
    deadline: datetime | None = None


def submit(
    hand_in: HandIn, *, submission: Submission | None, actor_id: UUID, address: str | None = None
) -> Submission:
    """Freeze the work and put it in the hands of the allocated assessors; a receipt goes to `address`."""
    _refuse_when_closed(hand_in)
    if submission and submission.state in {SubmissionState.SUBMITTED, SubmissionState.IN_ASSESSMENT}:
        raise AlreadyHandedIn()
    rubric = rubrics.store(hand_in.keuzedeel)
    submission = submission or _first(hand_in, rubric)
    after = SUBMISSION.next(submission.state, SubmissionAct.SUBMIT)
    snapshot = snapshots.freeze(
        submission, work=hand_in.work, hours=hand_in.hours, declaration=hand_in.declaration, rubric=rubric
    )
    submission.state, submission.snapshot_id, submission.rubric_hash = after, snapshot.id, rubric
    submission.submitted_at, submission.return_reason = snapshot.created_at, ""
    codes = [each.id for each in hand_in.keuzedeel.criteria(hand_in.work_process)]
    seat_assessors(submission, criteria=codes, actor_id=actor_id)
    _tell(submission, snapshot, actor_id=actor_id, address=address)
    return submission


def take_back(submission: Submission, *, actor_id: UUID) -> None:
    """Give the work back to its maker, as long as no assessor has opened it."""
    lock(submission)
    if submission.state is SubmissionState.IN_ASSESSMENT:
        raise AlreadyOpened()
    submission.state = SUBMISSION.next(submission.state, SubmissionAct.TAKE_BACK)
    record(acts.TAKEN_BACK, submission, actor_id=actor_id, work_process=submission.work_process)


def return_incomplete(submission: Submission, *, reason: str, actor_id: UUID) -> None:
    """Give incomplete work back to the student, with the reason; the submission is locked already."""
    submission.state = SUBMISSION.next(submission.state, SubmissionAct.RETURN_INCOMPLETE)
    submission.return_reason = reason
    process = submission.work_process
    record(acts.RETURNED, submission, actor_id=actor_id, reason=reason, work_process=process)
    mail_student("submission.returned", submission)


def conclude(submission: Submission) -> None:
    """Mark the submission as assessed: the final rows stand."""
    submission.state = SUBMISSION.next(submission.state, SubmissionAct.CONCLUDE)
    mail_student("submission.assessed", submission)


def mail_student(kind: str, submission: Submission) -> None:
    """Write a letter to the maker of the work."""
    found = (
        sa.select(Person.id, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .join(Enrolment, Enrolment.student_id == Membership.id)
        .where(Enrolment.id == submission.enrolment_id)
    )
    person_id, address = db.session.execute(found).one()
    send(kind, to=address, person_id=person_id, school_id=submission.school_id, submission=str(submission.id))


def _refuse_when_closed(hand_in: HandIn) -> None:
    if hand_in.enrolment.state is not EnrolmentState.ACTIVE:
        raise EnrolmentIsClosed()
    if not in_time(hand_in.arrived, hand_in.deadline):
        raise TooLate(deadline=_in_words(hand_in.deadline), arrived=_in_words(hand_in.arrived))


def _in_words(instant: datetime | None) -> str:
    return moment(instant, clock="HH:mm:ss") if instant else ""


def _first(hand_in: HandIn, rubric: str) -> Submission:
    made = sa.insert(Submission).values(
        school_id=hand_in.enrolment.school_id,
        enrolment_id=hand_in.enrolment.id,
        work_process=hand_in.work_process,
        created_at=now(),
        state=SubmissionState.DRAFT,
        attempt=_next_attempt(hand_in),
        rubric_hash=rubric,
    )
    return db.session.scalars(made.returning(Submission)).one()


def _next_attempt(hand_in: HandIn) -> sa.ScalarSelect[int]:
    """Count on from what was judged in earlier enrolments: who does the work again is enrolled again."""
    judged = (
        sa.select(1 + sa.func.count())
        .select_from(Submission)
        .join(Enrolment, Enrolment.id == Submission.enrolment_id)
        .where(
            Enrolment.student_id == hand_in.enrolment.student_id,
            Submission.work_process == hand_in.work_process,
            Submission.state == SubmissionState.ASSESSED,
        )
    )
    return judged.scalar_subquery()


def _tell(submission: Submission, snapshot: Snapshot, *, actor_id: UUID, address: str | None) -> None:
    record(
        acts.SUBMITTED,
        submission,
        actor_id=actor_id,
        work_process=submission.work_process,
        sequence=snapshot.sequence,
        sha256=snapshot.sha256,
        rubric=submission.rubric_hash,
    )
    if address:
        send(
            "submission.receipt",
            to=address,
            person_id=actor_id,
            school_id=submission.school_id,
            submission=str(submission.id),
            snapshot=str(snapshot.id),
        )
