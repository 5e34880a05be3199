"""A proposal to divide students over assessors: looked at first, confirmed after."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from accounts.schools.models import Membership, Role
from accounts.schools.queries import members_with_role
from enrolment.allocation import INDEPENDENT_SEATS, Division, Seat, ToDivide, divide_evenly
from enrolment.assessors.queries import loads
from enrolment.models import Enrolment


@dataclass(frozen=True)
class Load:
    """What an assessor has now, and what comes with the proposal."""

    assessor: Membership
    now: int
    extra: int


@dataclass(frozen=True)
class Proposal:
    """Who would get which seat. `digest` tells whether a later proposal is the same one."""

    enrolments: Sequence[Enrolment]
    assessors: Mapping[UUID, Membership]
    division: Division
    load: Mapping[UUID, int]

    @property
    def digest(self) -> str:
        """Hash the proposal."""
        lines = [f"{seat.enrolment_id}:{seat.seat}={who}" for seat, who in self.division.seats.items()]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    @property
    def seats(self) -> Mapping[Seat, Membership]:
        """Give the member for each empty seat."""
        return {seat: self.assessors[who] for seat, who in self.division.seats.items()}

    def sitting(self, enrolment: Enrolment, seat: int) -> tuple[str, bool]:
        """Give who would sit at a student, and whether that is new."""
        for allocation in enrolment.allocations:
            if allocation.seat == seat:
                return allocation.assessor.name, False
        found = self.division.seats.get(Seat(enrolment.id, seat))
        return (self.assessors[found].name, True) if found else ("", False)

    def loads(self) -> list[Load]:
        """Give what each assessor would have to do, by name."""
        extra = Counter(self.division.seats.values())
        return [Load(each, self.load.get(each.id, 0), extra[each.id]) for each in self.assessors.values()]


def propose(school_id: UUID, enrolments: Sequence[Enrolment], allocating_id: UUID) -> Proposal:
    """Divide the empty seats of these students evenly over the assessors of the school."""
    assessors = {
        member.id: member
        for member in members_with_role(school_id, Role.ASSESSOR)
        if member.id != allocating_id
    }
    load = loads(school_id)
    students = [_to_divide(enrolment) for enrolment in enrolments]
    return Proposal(enrolments, assessors, divide_evenly(students, list(assessors), load), load)


def _to_divide(enrolment: Enrolment) -> ToDivide:
    coaches = {coaching.coach_id for coaching in enrolment.coachings}
    seated = {each.seat: each.assessor_id for each in enrolment.allocations}
    third = {who for seat, who in seated.items() if seat not in INDEPENDENT_SEATS}
    return ToDivide(enrolment.id, frozenset(coaches | third | {enrolment.student_id}), seated)
