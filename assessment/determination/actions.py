"""What the board does with dossiers. Each verb locks its rows first, so two people at once take turns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from flask_babel import gettext as _

from accounts.people.models import Person
from accounts.policy.actor import Actor
from accounts.schools.models import Membership
from assessment.determination import acts, queries
from assessment.determination.decision import decision_hash, facts_of
from assessment.determination.dossier import Dossier
from assessment.determination.errors import (
    AlreadyDecided,
    DayIsPast,
    Involved,
    NotComplete,
    NotToAnnounce,
    StillBlocked,
)
from assessment.determination.models import Decision, Determination
from assessment.determination.rules import is_involved, needs_reason
from assessment.determination.workflow import DETERMINATION, DeterminationAct, DeterminationState
from assessment.scoring.actions import reopen
from assessment.scoring.models import Assessment
from enrolment.models import Enrolment
from foundation.audit.actions import record
from foundation.audit.acts import Act
from foundation.clock import now, today
from foundation.database import db
from foundation.errors import ChangedMeanwhile, Invalid, Unknown
from foundation.mail.actions import send

State = DeterminationState
DECIDED = frozenset({State.DETERMINED, State.ANNOUNCED, State.ANNULLED})


def put_on_agenda(enrolment_ids: Collection[UUID], *, meeting_on: date, actor: Actor) -> list[Determination]:
    """Open a round for complete dossiers and put them on the agenda of a meeting."""
    _refuse_past(meeting_on)
    wanted = set(enrolment_ids)
    queries.lock_enrolments(actor, wanted)
    found = queries.ready(actor, most=len(wanted), only=wanted)
    if not wanted or {enrolment.id for enrolment in found} != wanted:
        raise NotComplete()
    rows = [_next_round(enrolment, meeting_on) for enrolment in found]
    db.session.add_all(rows)
    _flush_rounds()
    for row in rows:
        _record(acts.PUT_ON_AGENDA, row, actor, meeting_on=meeting_on.isoformat(), round=row.round)
    return rows


def put_back(determination_id: UUID, *, meeting_on: date, seen: int, actor: Actor) -> Determination:
    """Put a postponed or referred dossier on the agenda again, once all its work is assessed."""
    _refuse_past(meeting_on)
    row, dossier = _take(determination_id, seen=seen, actor=actor)
    row.state = DETERMINATION.next(row.state, DeterminationAct.PUT_ON_AGENDA)
    if dossier.outcome is None:
        raise NotComplete()
    row.meeting_on = meeting_on
    _record(acts.PUT_ON_AGENDA, row, actor, meeting_on=meeting_on.isoformat(), round=row.round)
    return row


def determine(determination_id: UUID, *, reason: str, seen: int, actor: Actor) -> Decision:
    """Determine the result that the rules give: once, by somebody who stands outside, and never changed."""
    row, dossier = _take(determination_id, seen=seen, actor=actor)
    refuse_involved(dossier, actor)
    after = DETERMINATION.next(row.state, DeterminationAct.DETERMINE)
    found = dossier.outcome
    if found is None or not dossier.can_be_determined:
        raise StillBlocked()
    if needs_reason(dossier.checks) and not reason:
        raise Invalid({"reason": [_("Schrijf op waarom het resultaat telt, ook met de waarschuwing.")]})
    decision = Decision(
        school_id=row.school_id,
        determination_id=row.id,
        result=found.level,
        met=found.met,
        facts=facts_of(dossier, found),
        reason=reason,
        decided_by_id=actor.membership_id,
        decided_at=now(),
    )
    decision.sha256 = decision_hash(decision)
    db.session.add(decision)
    db.session.flush()
    row.state, row.decision_id = after, decision.id
    _record(acts.DETERMINED, row, actor, decision=decision.sha256)
    db.session.flush()
    return decision


def postpone(determination_id: UUID, *, meeting_on: date, reason: str, seen: int, actor: Actor) -> None:
    """Put a dossier off to another day, with the reason."""
    _refuse_past(meeting_on)
    row, dossier = _take(determination_id, seen=seen, actor=actor)
    refuse_involved(dossier, actor)
    row.state = DETERMINATION.next(row.state, DeterminationAct.POSTPONE)
    row.meeting_on = meeting_on
    _record(acts.POSTPONED, row, actor, reason=reason, meeting_on=meeting_on.isoformat())


def refer_back(
    determination_id: UUID, *, assessment_ids: Collection[UUID], question: str, seen: int, actor: Actor
) -> None:
    """Ask assessors a question: the chosen assessments open again, what was signed stays."""
    row, dossier = _take(determination_id, seen=seen, actor=actor)
    refuse_involved(dossier, actor)
    row.state = DETERMINATION.next(row.state, DeterminationAct.REFER_BACK)
    chosen = [each for each in signed_assessments(dossier) if each.id in set(assessment_ids)]
    if not chosen or len(chosen) != len(set(assessment_ids)):
        raise Unknown()
    for assessment in chosen:
        reopen(assessment, reason=question, actor=actor)
    _record(acts.REFERRED_BACK, row, actor, reason=question, assessments=len(chosen))


def announce(determination_ids: Collection[UUID], *, actor: Actor) -> int:
    """Tell students that their result is ready; until now nobody outside the board knew it."""
    rows = queries.locked(actor.school_id, determination_ids)
    if not rows or len(rows) != len(set(determination_ids)):
        raise Unknown()
    if any(not DETERMINATION.allows(row.state, DeterminationAct.ANNOUNCE) for row in rows):
        raise NotToAnnounce()
    for row in rows:
        row.state = DETERMINATION.next(row.state, DeterminationAct.ANNOUNCE)
        row.announced_at = now()
        _record(acts.ANNOUNCED, row, actor)
    _mail_students(rows)
    return len(rows)


def annul(determination_id: UUID, *, reason: str, seen: int, actor: Actor) -> None:
    """Take a decision back with a reason; it stays to be read, and a next round may follow it."""
    row, dossier = _take(determination_id, seen=seen, actor=actor, to_undo=True)
    refuse_involved(dossier, actor)
    row.state = DETERMINATION.next(row.state, DeterminationAct.ANNUL)
    _record(acts.ANNULLED, row, actor, reason=reason, round=row.round)


def signed_assessments(dossier: Dossier) -> Sequence[Assessment]:
    """Give the assessments that can be opened again, in the order of the page."""
    return [each.assessment for work in dossier.works for each in work.judgements if each.counts]


def refuse_involved(dossier: Dossier, actor: Actor) -> None:
    """Refuse who made, judged or ever coached this work."""
    if is_involved(actor.membership_id, dossier):
        raise Involved()


def refuse_when_decided(row: Determination) -> None:
    """Refuse a second decision."""
    if row.state in DECIDED:
        raise AlreadyDecided()


def _take(
    determination_id: UUID, *, seen: int, actor: Actor, to_undo: bool = False
) -> tuple[Determination, Dossier]:
    """Lock the row, then read the dossier: what is decided on is what stands there now."""
    rows = queries.locked(actor.school_id, [determination_id])
    if not rows:
        raise Unknown()
    if not to_undo:
        refuse_when_decided(rows[0])
    if rows[0].version != seen:
        raise ChangedMeanwhile(version=rows[0].version)
    dossier = queries.dossier(actor.school_id, determination_id)
    if dossier is None:
        raise Unknown()
    return rows[0], dossier


def _refuse_past(meeting_on: date) -> None:
    if meeting_on < today():
        raise DayIsPast()


def _next_round(enrolment: Enrolment, meeting_on: date) -> Determination:
    before = queries.rounds_of(enrolment.id)
    return Determination(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        round=before[0].round + 1 if before else 1,
        follows_id=before[0].id if before else None,
        state=State.ON_AGENDA,
        meeting_on=meeting_on,
        created_at=now(),
    )


def _flush_rounds() -> None:
    """Two who open a round take turns at the lock; the database refuses a second open round besides."""
    try:
        db.session.flush()
    except sa.exc.IntegrityError as there_is_one:
        raise NotComplete() from there_is_one


def _mail_students(rows: Sequence[Determination]) -> None:
    found = (
        sa.select(Person.id, Person.email)
        .join(Membership, Membership.person_id == Person.id)
        .join(Enrolment, Enrolment.student_id == Membership.id)
        .where(Enrolment.id.in_([row.enrolment_id for row in rows]))
    )
    for person_id, address in db.session.execute(found).all():
        send("determination.announced", to=address, person_id=person_id, school_id=rows[0].school_id)


def _record(act: Act, row: Determination, actor: Actor, *, reason: str = "", **details: Any) -> None:
    record(act, row, actor_id=actor.person_id, reason=reason, **details)
