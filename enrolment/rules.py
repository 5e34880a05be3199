"""Questions about an enrolment. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from accounts.policy.actor import Actor


# States of handed-in work (codes of the room that keeps it) in which its maker can do nothing but wait.
WITH_ASSESSORS = frozenset({"submitted", "in_assessment", "assessed"})


def is_own_enrolment(actor: Actor, enrolment: Any) -> bool:
    """Tell whether this is the enrolment of the actor."""
    return bool(enrolment.student_id == actor.membership_id)


def coaches_enrolment(actor: Actor, enrolment: Any) -> bool:
    """Tell whether the actor coaches this student now; `coachings` must be loaded."""
    return any(each.coach_id == actor.membership_id and each.ended_at is None for each in enrolment.coachings)


@dataclass(frozen=True)
class Due:
    """The next work to hand in: which, when, whether it is past, whether there is an extension."""

    work_process: str
    at: datetime
    is_past: bool
    is_extended: bool


def next_due(
    deadlines: Mapping[str, datetime],
    extensions: Mapping[str, datetime],
    handed_in: Set[str],
    moment: datetime,
    *,
    knows_submissions: bool,
) -> Due | None:
    """Give the first work that still has to come; who knows no submissions skips what is past."""
    open_work = [
        _due(code, at, extensions.get(code, at), moment)
        for code, at in deadlines.items()
        if code not in handed_in
    ]
    waiting = [due for due in open_work if knows_submissions or not due.is_past]
    return min(waiting, key=lambda due: (due.at, due.work_process), default=None)


def may_assess(member_id: UUID, enrolment: Any, actor_id: UUID) -> bool:
    """Tell whether a member may get a seat: never a coach (then or now), the student, or who allocates."""
    barred = {each.coach_id for each in enrolment.coachings}
    seated = {each.assessor_id for each in enrolment.allocations}
    return member_id not in barred | seated | {enrolment.student_id, actor_id}


def _due(work_process: str, at: datetime, extended: datetime, moment: datetime) -> Due:
    last = max(at, extended)
    return Due(work_process, last, is_past=moment > last, is_extended=last > at)
