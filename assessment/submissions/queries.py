"""Read submissions; always within one school."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager

from accounts.people.models import Person
from accounts.policy.actor import Actor
from accounts.schools.models import Membership
from assessment.scoring.models import Assessment
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.workflow import SubmissionState
from enrolment.models import Enrolment
from foundation.database import db


@dataclass(frozen=True)
class OwnWork:
    """What a student is about to hand in: enrolment, submission so far, and where the receipt goes."""

    enrolment: Enrolment
    submission: Submission | None
    address: str

    @property
    def school_id(self) -> UUID:
        """Give the school, for the policy."""
        return self.enrolment.school_id

    @property
    def student_id(self) -> UUID:
        """Give whose work it is, for the policy."""
        return self.enrolment.student_id


@dataclass(frozen=True)
class HandedIn:
    """Handed-in work, with who may read it."""

    submission: Submission
    snapshot: Snapshot
    school_id: UUID
    student_id: UUID
    assessor_ids: frozenset[UUID]

    @property
    def state(self) -> SubmissionState:
        """Give where the submission is."""
        return self.submission.state


@dataclass(frozen=True)
class Status:
    """How it stands with one work process, for its maker: never a result."""

    submission_id: UUID
    state: SubmissionState
    submitted_at: datetime | None
    return_reason: str


def own_work(actor: Actor, work_process: str, *, lock: bool = False) -> OwnWork | None:
    """Give the newest enrolment of the actor with its last attempt at a work process. One statement.

    `lock` first holds the enrolments of the actor, so that two clicks at once take turns: in a statement of
    its own, because a statement that waited still sees the other tables as they were when it began.
    """
    mine = {"school": actor.school_id, "student": actor.membership_id}
    if lock:
        db.session.execute(_lock_of_mine(), mine)
    row = db.session.execute(_own_work(), mine | {"work_process": work_process}).one_or_none()
    return OwnWork(*row) if row else None


def handed_in(school_id: UUID, submission_id: UUID) -> HandedIn | None:
    """Give handed-in work with its last snapshot and who judges it. One statement."""
    found = (
        sa.select(Submission, Snapshot, Enrolment.student_id, Assessment.assessor_id)
        .join(Snapshot, Snapshot.id == Submission.snapshot_id)
        .join(Enrolment, Enrolment.id == Submission.enrolment_id)
        .outerjoin(
            Assessment,
            sa.and_(Assessment.submission_id == Submission.id, Assessment.state != AssessmentState.DECLINED),
        )
        .where(Submission.school_id == school_id, Submission.id == submission_id)
    )
    rows = db.session.execute(found).all()
    if not rows:
        return None
    submission, snapshot, student_id, _assessor = rows[0]
    judges = frozenset(row.assessor_id for row in rows if row.assessor_id)
    return HandedIn(submission, snapshot, school_id, student_id, judges)


def snapshots_of(submission: Submission) -> Sequence[Snapshot]:
    """Give every version that was handed in, newest first."""
    found = sa.select(Snapshot).where(Snapshot.submission_id == submission.id)
    return db.session.scalars(found.order_by(Snapshot.sequence.desc())).all()


def states(enrolment_id: UUID) -> Mapping[str, Status]:
    """Give how it stands with each work process that was ever handed in: the last attempt. One statement."""
    found = db.session.execute(_states(), {"enrolment": enrolment_id})
    return {work_process: Status(id_, state, at, reason) for work_process, id_, state, at, reason in found}


class StatesForMany:
    """Answers enrolment's question which work has been handed in."""

    def for_enrolments(self, ids: Collection[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        """Give per enrolment and work process the state of the last attempt. One statement."""
        found = sa.select(Submission.enrolment_id, Submission.work_process, Submission.state).where(
            Submission.enrolment_id.in_(list(ids))
        )
        answer: dict[UUID, dict[str, str]] = {}
        for enrolment_id, work_process, state in db.session.execute(found.order_by(Submission.attempt)):
            answer.setdefault(enrolment_id, {})[work_process] = state.value
        return answer


MINE = (Enrolment.school_id == sa.bindparam("school"), Enrolment.student_id == sa.bindparam("student"))


@cache
def _lock_of_mine() -> sa.Select[UUID]:
    return sa.select(Enrolment.id).where(*MINE).order_by(Enrolment.id).with_for_update()


@cache
def _states() -> sa.Select[str, UUID, SubmissionState, datetime | None, str]:
    status = (Submission.id, Submission.state, Submission.submitted_at, Submission.return_reason)
    own = sa.select(Submission.work_process, *status).where(
        Submission.enrolment_id == sa.bindparam("enrolment")
    )
    return own.order_by(Submission.attempt)


@cache
def _own_work() -> sa.Select[Enrolment, Submission, str]:
    """Build it once: to build it takes longer than to run it."""
    asked: sa.BindParameter[str] = sa.bindparam("work_process")
    attempts = aliased(Submission)
    last = (
        sa.select(sa.func.max(attempts.attempt))
        .where(attempts.enrolment_id == Enrolment.id, attempts.work_process == asked)
        .correlate(Enrolment)
        .scalar_subquery()
    )
    newest = sa.and_(
        Submission.enrolment_id == Enrolment.id, Submission.work_process == asked, Submission.attempt == last
    )
    return (
        sa.select(Enrolment, Submission, Person.email)
        .join(Enrolment.cohort)
        .join(Membership, Membership.id == Enrolment.student_id)
        .join(Person, Person.id == Membership.person_id)
        .outerjoin(Submission, newest)
        .where(*MINE)
        .options(contains_eager(Enrolment.cohort))
        .order_by(Enrolment.created_at.desc())
        .limit(1)
    )
