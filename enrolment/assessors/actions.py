"""Allocate assessors to students, and replace one who cannot go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from accounts.schools.models import Membership
from enrolment import acts, hooks
from enrolment.allocation import Seat
from enrolment.cohorts.actions import locked
from enrolment.errors import CoachesThisStudent, NotYourself, SamePersonTwice, SeatTaken
from enrolment.hooks import Seated
from enrolment.models import Allocation, Enrolment
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db


def allocate(
    enrolments: Sequence[Enrolment],
    seats: Mapping[Seat, Membership],
    *,
    actor_id: UUID | None,
    actor_membership_id: UUID | None,
) -> list[Allocation]:
    """Give empty seats to assessors, all or none; nobody allocates himself."""
    by_id = {enrolment.id: enrolment for enrolment in enrolments}
    made = []
    for seat, assessor in sorted(seats.items(), key=lambda item: (item[0].enrolment_id, item[0].seat)):
        enrolment = by_id[seat.enrolment_id]
        _refuse_partial(enrolment, assessor, actor_membership_id)
        if any(each.seat == seat.seat for each in enrolment.allocations):
            raise SeatTaken()
        made.append(_sit(enrolment, assessor, seat.seat))
    db.session.flush()
    for allocation in made:
        subject = by_id[allocation.enrolment_id]
        record(
            acts.ASSESSOR_ALLOCATED, subject, actor_id=actor_id,
            seat=allocation.seat, assessor=allocation.assessor_id,
        )  # fmt: skip
    hooks.assessor_allocated([Seated(allocation) for allocation in made])
    return made


def replace_assessor(
    enrolment: Enrolment,
    seat: int,
    assessor: Membership,
    *,
    reason: str,
    actor_id: UUID,
    actor_membership_id: UUID,
) -> Allocation:
    """Give a taken seat to another assessor, unless the room of the assessments forbids it."""
    locked(enrolment.id)
    allocation = next((each for each in enrolment.allocations if each.seat == seat), None)
    if allocation is None:
        raise SeatTaken()
    _refuse_partial(enrolment, assessor, actor_membership_id)
    hooks.may_replace_assessor(allocation)
    left = allocation.assessor_id
    allocation.assessor_id, allocation.assessor = assessor.id, assessor
    db.session.flush()
    record(
        acts.ASSESSOR_REPLACED, enrolment, actor_id=actor_id, reason=reason,
        seat=seat, left=left, joined=assessor.id,
    )  # fmt: skip
    hooks.assessor_allocated([Seated(allocation, replaced=left)])
    return allocation


def _refuse_partial(enrolment: Enrolment, assessor: Membership, actor_membership_id: UUID | None) -> None:
    """Refuse who is not independent of this student, or of this act."""
    if any(each.coach_id == assessor.id for each in enrolment.coachings):
        raise CoachesThisStudent(names=enrolment.student.name)
    if assessor.id == enrolment.student_id or any(
        each.assessor_id == assessor.id for each in enrolment.allocations
    ):
        raise SamePersonTwice()
    if assessor.id == actor_membership_id:
        raise NotYourself()


def _sit(enrolment: Enrolment, assessor: Membership, seat: int) -> Allocation:
    allocation = Allocation(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        assessor_id=assessor.id,
        assessor=assessor,
        seat=seat,
        created_at=now(),
    )
    enrolment.allocations.append(allocation)
    return allocation
