"""Give a reaction, and tell that something was done with it."""

from __future__ import annotations

from accounts.policy.actor import Actor
from course.feedback.acts import GIVEN
from course.feedback.models import Feedback
from enrolment.models import Enrolment
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db


def give(
    enrolment: Enrolment, *, work_process: str, criterion: str | None, body: str, coach: Actor
) -> Feedback:
    """Write a reaction on work in the making."""
    feedback = Feedback(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        author_id=coach.membership_id,
        work_process=work_process,
        criterion=criterion,
        body=body,
        created_at=now(),
    )
    db.session.add(feedback)
    db.session.flush()
    record(GIVEN, feedback, actor_id=coach.person_id, work_process=work_process, criterion=criterion or "")
    return feedback


def handle(feedback: Feedback) -> None:
    """Note that the student did something with a reaction; the first time counts."""
    feedback.handled_at = feedback.handled_at or now()
