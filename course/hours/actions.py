"""Log, propose, take over, change, remove, ask about and confirm study hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from flask_babel import format_date
from flask_babel import gettext as _

from accounts.policy.actor import Actor
from course.hours.acts import CONFIRMED, QUESTIONED
from course.hours.amounts import as_typed
from course.hours.errors import WrongHours
from course.hours.models import HourEntry
from course.hours.queries import spans_near
from course.hours.rules import Span, faults_of
from course.hours.workflow import HOURS, HourAct, HourState
from enrolment.models import Enrolment
from foundation.audit.actions import record
from foundation.clock import now, today
from foundation.database import db
from foundation.errors import ChangedMeanwhile


@dataclass(frozen=True)
class Draft:
    """What somebody wants to write down."""

    span: Span
    work_process: str
    description: str


def log(enrolment: Enrolment, draft: Draft) -> HourEntry:
    """Write down time that was spent."""
    _refuse_wrong(enrolment, draft.span)
    entry = HourEntry(school_id=enrolment.school_id, enrolment_id=enrolment.id, created_at=now())
    _fill(entry, draft)
    db.session.add(entry)
    return entry


def propose(
    enrolment: Enrolment, *, source_key: str, work_process: str, minutes: int, description: str
) -> None:
    """Propose time for an activity of today; once per activity."""
    known = sa.select(HourEntry.id).where(
        HourEntry.enrolment_id == enrolment.id, HourEntry.source_key == source_key
    )
    if db.session.scalar(known) is None:
        db.session.add(
            HourEntry(
                school_id=enrolment.school_id,
                enrolment_id=enrolment.id,
                source_key=source_key,
                work_process=work_process,
                day=today(),
                minutes=minutes,
                description=description,
                state=HourState.PROPOSED,
                created_at=now(),
            )
        )


def withdraw(enrolment: Enrolment, *, source_keys: Sequence[str]) -> None:
    """Take proposals back that nobody took over yet."""
    db.session.execute(
        sa.delete(HourEntry).where(
            HourEntry.school_id == enrolment.school_id,
            HourEntry.enrolment_id == enrolment.id,
            HourEntry.source_key.in_(source_keys),
            HourEntry.state == HourState.PROPOSED,
        )
    )


def rewrite(enrolment: Enrolment, entry: HourEntry, draft: Draft, *, version: int) -> None:
    """Change an entry, or take a proposal over with changes."""
    act = HourAct.ACCEPT if entry.state is HourState.PROPOSED else HourAct.CHANGE
    state = HOURS.next(entry.state, act)
    refuse_changed(entry, version)
    _refuse_wrong(enrolment, draft.span, but=entry.id)
    _fill(entry, draft)
    entry.state, entry.question = state, ""


def accept(enrolment: Enrolment, entry: HourEntry, *, version: int) -> None:
    """Take a proposal over as it is."""
    state = HOURS.next(entry.state, HourAct.ACCEPT)
    refuse_changed(entry, version)
    _refuse_wrong(enrolment, Span(entry.day, entry.minutes, entry.started_at), but=entry.id)
    entry.state = state


def remove(entry: HourEntry, *, version: int) -> None:
    """Take an entry or a proposal away."""
    HOURS.next(entry.state, HourAct.REMOVE)
    refuse_changed(entry, version)
    db.session.delete(entry)


def confirm(
    enrolment: Enrolment, entries: Sequence[HourEntry], *, seen: Mapping[UUID, int], coach: Actor
) -> int:
    """Confirm entries in the versions that the coach saw; they are locked from then on. Give the minutes."""
    for entry in entries:
        refuse_changed(entry, seen[entry.id])
        entry.state = HOURS.next(entry.state, HourAct.CONFIRM)
        entry.confirmed_at, entry.confirmed_by_id = now(), coach.membership_id
    minutes = sum(entry.minutes for entry in entries)
    record(CONFIRMED, enrolment, actor_id=coach.person_id, minutes=minutes, entries=len(entries))
    return minutes


def ask(entry: HourEntry, *, question: str, version: int, coach: Actor) -> None:
    """Ask the student about an entry."""
    state = HOURS.next(entry.state, HourAct.ASK)
    refuse_changed(entry, version)
    entry.state, entry.question = state, question
    record(QUESTIONED, entry, actor_id=coach.person_id, minutes=entry.minutes)


def refuse_changed(entry: HourEntry, version: int) -> None:
    """Raise ChangedMeanwhile, with what stands there now, when the writer saw an older version."""
    if entry.version != version:
        raise ChangedMeanwhile(version=entry.version, theirs=_as_it_stands(entry))


def _as_it_stands(entry: HourEntry) -> dict[str, dict[str, str]]:
    return {
        "day": {"label": _("Dag"), "text": format_date(entry.day, "full")},
        "amount": {"label": _("Aantal uur"), "text": as_typed(entry.minutes)},
        "work_process": {"label": _("Werkproces"), "text": entry.work_process},
        "description": {"label": _("Wat je deed"), "text": entry.description},
    }


def _fill(entry: HourEntry, draft: Draft) -> None:
    entry.day, entry.minutes, entry.started_at = draft.span.day, draft.span.minutes, draft.span.started_at
    entry.work_process, entry.description = draft.work_process, draft.description


def _refuse_wrong(enrolment: Enrolment, span: Span, *, but: UUID | None = None) -> None:
    """Compare with the other entries while nobody adds one: two windows never pass a limit together."""
    lock = sa.select(Enrolment.id).where(Enrolment.id == enrolment.id)
    db.session.execute(lock.with_for_update(key_share=True))
    if faults := faults_of(span, spans_near(enrolment, span.day, but=but), now=now()):
        raise WrongHours(faults)
