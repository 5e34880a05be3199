"""Read determinations: one dossier, those of a meeting, what may go on an agenda. Always of one school."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased, contains_eager, joinedload

from accounts.policy.actor import Actor
from accounts.schools.models import Membership
from assessment.certificates.models import Certificate
from assessment.determination.decided import evidence_behind
from assessment.determination.dossier import Dossier
from assessment.determination.evidence import evidence_of
from assessment.determination.models import Decision, Determination
from assessment.determination.workflow import DeterminationState
from assessment.submissions.models import Submission
from assessment.submissions.workflow import SubmissionState
from course.hours.queries import balance_of_many
from course.hours.rules import Balance
from enrolment.catalogue import catalogue
from enrolment.models import Cohort, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.database import db
from foundation.web.paging import Cursor, Page, page_of

State = DeterminationState
OPEN = (State.ON_AGENDA, State.POSTPONED, State.REFERRED_BACK, State.DETERMINED)
SHOWN = (*OPEN, State.ANNOUNCED)  # named one by one, so that the index finds one meeting among all of years


@dataclass(frozen=True)
class MeetingCount:
    """How many dossiers of a meeting are in a state."""

    meeting_on: date
    state: DeterminationState
    number: int


def dossier(school_id: UUID, determination_id: UUID) -> Dossier | None:
    """Give a dossier with all its texts, in six statements; once decided, as it was then."""
    found = _with_people(school_id).where(Determination.id == determination_id)
    row = db.session.scalars(found).one_or_none()
    if row is None or row.decision is None:
        return dossiers([row], texts=True)[0] if row else None
    hours = balance_of_many([row.enrolment_id]).get(row.enrolment_id, Balance())
    return Dossier(row, evidence_behind(row.decision, row.enrolment_id), hours)


def dossiers(rows: Sequence[Determination], *, texts: bool = False) -> list[Dossier]:
    """Put the work and the hours behind determinations, in the same number of statements however many."""
    ids = [row.enrolment_id for row in rows]
    evidence = evidence_of(ids, texts=texts) if ids else {}
    hours = balance_of_many(ids) if ids else {}
    return [Dossier(row, evidence[row.enrolment_id], hours.get(row.enrolment_id, Balance())) for row in rows]


def with_people(school_id: UUID, determination_ids: Collection[UUID]) -> list[Determination]:
    """Give determinations with whom they are about."""
    found = _with_people(school_id).where(Determination.id.in_(determination_ids))
    return list(db.session.scalars(found))


def meeting(actor: Actor, day: date, cursor: Cursor) -> Page[Determination]:
    """Give one page of the dossiers of a meeting, by name of the student; never the actor's own."""
    school_id = actor.school_id
    return page_of(
        _with_people(school_id).where(
            Determination.meeting_on == day,
            Determination.state.in_(SHOWN),
            Enrolment.student_id != actor.membership_id,
        ),
        key=(Membership.name, Determination.id),
        anchor=_named(school_id),
        cursor=cursor,
    )


def all_rounds(actor: Actor, *, search: str, cursor: Cursor) -> Page[Determination]:
    """Give one page of every dossier the board ever had, by name of the student; never the actor's own.

    `search` is a part of a name, or the start of the number of a dossier or of a certificate.
    """
    found = _with_people(actor.school_id).where(Enrolment.student_id != actor.membership_id)
    if search:
        found = found.where(
            sa.or_(
                Membership.name.icontains(search, autoescape=True),
                Enrolment.number.istartswith(search, autoescape=True),
                sa.exists().where(
                    Certificate.determination_id == Determination.id,
                    Certificate.number.istartswith(search, autoescape=True),
                ),
            )
        )
    key = (Membership.name, Determination.id)
    return page_of(found, key=key, anchor=_named(actor.school_id), cursor=cursor)


def counts(school_id: UUID) -> list[MeetingCount]:
    """Count what the board still has in hand, per meeting and state."""
    found = (
        sa.select(Determination.meeting_on, Determination.state, sa.func.count())
        .where(Determination.school_id == school_id, Determination.state.in_(OPEN))
        .group_by(Determination.meeting_on, Determination.state)
        .order_by(Determination.meeting_on)
    )
    return [MeetingCount(*row) for row in db.session.execute(found)]


def ready(actor: Actor, *, most: int, only: Collection[UUID] | None = None) -> list[Enrolment]:
    """Give enrolments whose work is all assessed and with which the board is not busy; never the own."""
    assessed = _numbers_assessed(actor.school_id, only)
    found = (
        sa.select(Enrolment)
        .join(assessed, assessed.c.enrolment_id == Enrolment.id)
        .join(Enrolment.cohort)
        .join(Enrolment.student)
        .options(contains_eager(Enrolment.cohort), contains_eager(Enrolment.student))
        .where(
            Enrolment.student_id != actor.membership_id,
            assessed.c.number == _number_needed(),
            ~_has_open_work(),
            ~_is_with_board(),
        )
        .order_by(Enrolment.id)
        .limit(most)
    )
    return list(db.session.scalars(found))


def lock_enrolments(actor: Actor, ids: Collection[UUID]) -> None:
    """Let two who open a round for the same student wait for each other: the second then sees the first's."""
    rows = sa.select(Enrolment.id).where(Enrolment.school_id == actor.school_id, Enrolment.id.in_(ids))
    db.session.execute(rows.order_by(Enrolment.id).with_for_update())


def rounds_of(enrolment_id: UUID) -> list[Determination]:
    """Give all determinations of an enrolment with their decision, last round first."""
    found = (
        sa.select(Determination)
        .where(Determination.enrolment_id == enrolment_id)
        .options(joinedload(Determination.decision))
        .order_by(Determination.round.desc())
    )
    return list(db.session.scalars(found))


def locked(school_id: UUID, determination_ids: Collection[UUID]) -> list[Determination]:
    """Lock rows for a decision, always in the same order, and read them anew."""
    found = (
        sa.select(Determination)
        .where(Determination.school_id == school_id, Determination.id.in_(determination_ids))
        .order_by(Determination.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return list(db.session.scalars(found))


def is_announced(enrolment: Enrolment) -> bool:
    """Tell whether the student may know a result now. One statement."""
    asked = {"school": enrolment.school_id, "enrolment": enrolment.id}
    return bool(db.session.scalar(_is_announced(), asked))


@cache
def _is_announced() -> sa.Select[bool]:
    """Build it once: every home of a student asks it, and to build it takes longer than to run it."""
    announced = sa.exists().where(
        Determination.school_id == sa.bindparam("school"),
        Determination.enrolment_id == sa.bindparam("enrolment"),
        Determination.state == State.ANNOUNCED,
    )
    return sa.select(announced)


def _with_people(school_id: UUID) -> sa.Select[Determination]:
    enrolment = contains_eager(Determination.enrolment)
    return (
        sa.select(Determination)
        .join(Determination.enrolment)
        .join(Enrolment.student)
        .where(Determination.school_id == school_id)
        .options(
            joinedload(Determination.decision).joinedload(Decision.decided_by),
            enrolment.contains_eager(Enrolment.student),
            enrolment.joinedload(Enrolment.cohort),
            enrolment.selectinload(Enrolment.coachings),
        )
    )


def _named(school_id: UUID) -> sa.Select[str, UUID]:
    return (
        sa.select(Membership.name, Determination.id)
        .select_from(Determination)
        .join(Determination.enrolment)
        .join(Enrolment.student)
        .where(Determination.school_id == school_id)
    )


def _number_needed() -> sa.ColumnElement[int]:
    numbers = {each.slug: len(each.qualification.work_processes) for each in catalogue().keuzedelen}
    return sa.case(numbers, value=Cohort.keuzedeel, else_=-1)


def _numbers_assessed(school_id: UUID, only: Collection[UUID] | None) -> sa.Subquery:
    """Begin with what is assessed, which an index finds: most students have nothing assessed yet."""
    found = (
        sa.select(
            Submission.enrolment_id, sa.func.count(sa.distinct(Submission.work_process)).label("number")
        )
        .join(Enrolment, Enrolment.id == Submission.enrolment_id)
        .where(
            Submission.school_id == school_id,
            Submission.state == SubmissionState.ASSESSED,
            Enrolment.school_id == school_id,
            Enrolment.state == EnrolmentState.ACTIVE,
        )
        .group_by(Submission.enrolment_id)
    )
    return (found if only is None else found.where(Submission.enrolment_id.in_(only))).subquery()


def _has_open_work() -> sa.ColumnElement[bool]:
    done = (SubmissionState.ASSESSED, SubmissionState.WITHDRAWN)
    return sa.exists().where(Submission.enrolment_id == Enrolment.id, Submission.state.not_in(done))


def _is_with_board() -> sa.ColumnElement[bool]:
    """A resit comes after an announced result that was not met, with work that was handed in later."""
    later = aliased(Submission)
    decision = aliased(Decision)
    resit = sa.and_(
        Determination.state == State.ANNOUNCED,
        sa.exists().where(decision.determination_id == Determination.id, decision.met.is_(False)),
        sa.exists().where(
            later.enrolment_id == Determination.enrolment_id, later.submitted_at > Determination.announced_at
        ),
    )
    return sa.exists().where(
        Determination.enrolment_id == Enrolment.id, Determination.state != State.ANNULLED, ~resit
    )
