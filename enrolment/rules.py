"""Questions about an enrolment. Pure."""

from __future__ import annotations

from typing import Any

from accounts.policy.actor import Actor


def is_own_enrolment(actor: Actor, enrolment: Any) -> bool:
    """Tell whether this is the enrolment of the actor."""
    return bool(enrolment.student_id == actor.membership_id)


def coaches_enrolment(actor: Actor, enrolment: Any) -> bool:
    """Tell whether the actor coaches this student now; `coachings` must be loaded."""
    return any(each.coach_id == actor.membership_id and each.ended_at is None for each in enrolment.coachings)


def assesses_enrolment(actor: Actor, enrolment: Any) -> bool:
    """Tell whether the actor is one of the assessors; `allocations` must be loaded."""
    return any(each.assessor_id == actor.membership_id for each in enrolment.allocations)


def ever_coached(actor: Actor, enrolment: Any) -> bool:
    """Tell whether the actor coaches or once coached this student; `coachings` must be loaded."""
    return any(each.coach_id == actor.membership_id for each in enrolment.coachings)
