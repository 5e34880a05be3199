"""Read assessments. Every query starts from the school; what another assessor does is in none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from accounts.policy.actor import Actor
from assessment.agreement.models import Agreement
from assessment.agreement.workflow import AgreementState
from assessment.scoring.models import Assessment, Signature
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.models import Submission
from assessment.submissions.workflow import SubmissionState
from enrolment.models import Enrolment
from foundation.database import db

PAGE_SIZE = 25
IN_HANDS = (SubmissionState.SUBMITTED, SubmissionState.IN_ASSESSMENT)
TALKING = (AgreementState.COMPARING, AgreementState.IN_DISCUSSION)
INDEPENDENT = (1, 2)


@dataclass(frozen=True)
class Page:
    """One page of a list by key."""

    rows: Sequence[Assessment]
    more: bool

    @property
    def last(self) -> UUID | None:
        """Give the key after which the next page starts."""
        return self.rows[-1].id if self.rows else None


def to_score(school_id: UUID, assessment_id: UUID) -> Assessment | None:
    """Give an assessment with its submission, its own row locked for who saves. One statement."""
    asked = {"school": school_id, "assessment": assessment_id}
    return db.session.scalars(_to_score(), asked).one_or_none()


@cache
def _to_score() -> sa.Select[Assessment]:
    """Build it once: every choice at the desk runs it."""
    return (
        sa.select(Assessment)
        .join(Assessment.submission)
        .where(Assessment.school_id == sa.bindparam("school"), Assessment.id == sa.bindparam("assessment"))
        .options(contains_eager(Assessment.submission))
        .with_for_update(of=Assessment)
    )


def to_decide(school_id: UUID, assessment_id: UUID) -> Assessment | None:
    """Give an assessment with its submission, not locked yet: decisions lock the submission first."""
    found = _with_submission().where(Assessment.school_id == school_id, Assessment.id == assessment_id)
    return db.session.scalars(found).one_or_none()


def at_the_desk(school_id: UUID, assessment_id: UUID) -> Assessment | None:
    """Give all that the desk shows: the work as it was frozen, its maker, the own scores. One statement."""
    asked = {"school": school_id, "assessment": assessment_id}
    return db.session.scalars(_at_the_desk(), asked).unique().one_or_none()


def waiting(actor: Actor, *, after: UUID | None = None) -> Page:
    """Give one page of work that the actor has not begun, oldest first. One statement."""
    asked = _asked(actor) if after is None else _asked(actor) | {"after": after}
    rows = db.session.scalars(_waiting(is_first=after is None), asked).all()
    return Page(rows[:PAGE_SIZE], more=len(rows) > PAGE_SIZE)


def begun(actor: Actor) -> Sequence[Assessment]:
    """Give the oldest work that the actor has begun and not signed. One statement."""
    return db.session.scalars(_begun(), _asked(actor)).all()


def signed_last(actor: Actor) -> Sequence[Assessment]:
    """Give the work that the actor signed last. One statement."""
    return db.session.scalars(_signed_last(), _asked(actor)).all()


def to_discuss(actor: Actor) -> Sequence[Agreement]:
    """Give the agreements on which the actor has something to say; they exist only when both signed."""
    return db.session.scalars(_to_discuss(), _asked(actor)).all()


def next_one(actor: Actor, current: Assessment) -> UUID | None:
    """Give the oldest other work of the actor that waits or was begun. One statement."""
    return db.session.scalar(_next_one(), _asked(actor) | {"current": current.id})


@cache
def _next_one() -> sa.Select[UUID]:
    """Ask the oldest per state: that is the first of an index, where two states at once are sorted whole."""
    oldest = [_oldest(state) for state in (AssessmentState.ASSIGNED, AssessmentState.IN_PROGRESS)]
    found = sa.union_all(*(sa.select(each.c.id) for each in oldest)).subquery()
    return sa.select(found.c.id).order_by(found.c.id).limit(1)


def _oldest(state: AssessmentState) -> sa.Subquery:
    found = (
        sa.select(Assessment.id)
        .join(Assessment.submission)
        .where(
            Assessment.school_id == sa.bindparam("school"),
            Assessment.assessor_id == sa.bindparam("assessor"),
            Assessment.state == state,
            Submission.state.in_(IN_HANDS),
            Assessment.id != sa.bindparam("current"),
        )
    )
    return found.order_by(Assessment.id).limit(1).subquery()


def _asked(actor: Actor) -> dict[str, UUID]:
    return {"school": actor.school_id, "assessor": actor.membership_id}


# Built once per process: to build a statement with its joins takes longer than to run it.
@cache
def _waiting(*, is_first: bool) -> sa.Select[Assessment]:
    found = _mine(AssessmentState.ASSIGNED).where(Submission.state.in_(IN_HANDS))
    if not is_first:
        found = found.where(Assessment.id > sa.bindparam("after"))
    return found.order_by(Assessment.id).limit(PAGE_SIZE + 1)


@cache
def _begun() -> sa.Select[Assessment]:
    found = _mine(AssessmentState.IN_PROGRESS).where(Submission.state.in_(IN_HANDS))
    return found.order_by(Assessment.id).limit(PAGE_SIZE)


@cache
def _to_discuss() -> sa.Select[Agreement]:
    own = sa.and_(
        Assessment.submission_id == Agreement.submission_id,
        Assessment.assessor_id == sa.bindparam("assessor"),
        Assessment.state == AssessmentState.SIGNED,
        Assessment.seat.in_(INDEPENDENT),
    )
    return (
        sa.select(Agreement)
        .join(Agreement.submission)
        .join(Assessment, own)
        .where(Agreement.school_id == sa.bindparam("school"), Agreement.state.in_(TALKING))
        .options(
            contains_eager(Agreement.submission)
            .joinedload(Submission.enrolment)
            .options(joinedload(Enrolment.student), joinedload(Enrolment.cohort))
        )
        .order_by(Agreement.id)
        .limit(PAGE_SIZE)
    )


@cache
def _at_the_desk() -> sa.Select[Assessment]:
    return (
        _with_maker()
        .options(
            joinedload(Assessment.submission).joinedload(Submission.snapshot),
            joinedload(Assessment.scores),
            joinedload(Assessment.signature),
        )
        .where(Assessment.school_id == sa.bindparam("school"), Assessment.id == sa.bindparam("assessment"))
    )


@cache
def _signed_last() -> sa.Select[Assessment]:
    when = joinedload(Assessment.signature).load_only(Signature.signed_at, raiseload=True)
    return _mine(AssessmentState.SIGNED).options(when).order_by(Assessment.signature_id.desc()).limit(10)


def _mine(state: AssessmentState) -> sa.Select[Assessment]:
    return (
        sa.select(Assessment)
        .join(Assessment.submission)
        .where(
            Assessment.school_id == sa.bindparam("school"),
            Assessment.assessor_id == sa.bindparam("assessor"),
            Assessment.state == state,
        )
        .options(
            contains_eager(Assessment.submission)
            .joinedload(Submission.enrolment)
            .options(joinedload(Enrolment.student), joinedload(Enrolment.cohort))
        )
    )


def _with_submission() -> sa.Select[Assessment]:
    return sa.select(Assessment).options(joinedload(Assessment.submission))


def _with_maker() -> sa.Select[Assessment]:
    return sa.select(Assessment).options(
        joinedload(Assessment.submission)
        .joinedload(Submission.enrolment)
        .options(joinedload(Enrolment.student), joinedload(Enrolment.cohort))
    )
