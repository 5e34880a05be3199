"""Everything the page of one student shows, and the forms on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TypeVar
from uuid import UUID

from flask import request

from accounts.policy.actor import actor
from accounts.schools.models import Membership, Role
from accounts.schools.queries import members_with_role
from content.qualification import WorkProcess
from enrolment.assessors.forms import ReplaceForm, SeatsForm
from enrolment.catalogue import keuzedeel
from enrolment.cohorts.queries import sister_cohorts
from enrolment.deadlines.forms import ExtensionForm
from enrolment.deadlines.queries import deadlines_of, extension_rows
from enrolment.models import Allocation, Coaching, Enrolment, Extension
from enrolment.progress import submission_states
from enrolment.rules import may_assess
from enrolment.students.forms import CoachForm, StepForm, TransferForm
from enrolment.workflow import ENROLMENT, EnrolmentAct, EnrolmentState
from foundation.web.forms import Form

AnyForm = TypeVar("AnyForm", bound=Form)


class Forms:
    """The forms of the page; only the one that was sent reads the request."""

    def __init__(self, enrolment: Enrolment) -> None:
        self.enrolment = enrolment

    @cached_property
    def step(self) -> StepForm:
        possible = [act for act in EnrolmentAct if ENROLMENT.allows(self.enrolment.state, act)]
        return StepForm(possible, prefix="", formdata=self._sent("take_step"))

    @cached_property
    def transfer(self) -> TransferForm:
        return TransferForm(sister_cohorts(self.enrolment.cohort), formdata=self._sent("transfer"))

    @cached_property
    def coach(self) -> CoachForm:
        judging = {each.assessor_id for each in self.enrolment.allocations}
        coaching = {each.coach_id for each in self.current_coachings}
        barred = judging | coaching | {self.enrolment.student_id}
        free = [each for each in self._coaches if each.id not in barred]
        return CoachForm(free, formdata=self._sent("add_coach"))

    @cached_property
    def extension(self) -> ExtensionForm:
        return ExtensionForm(self.processes, formdata=self._sent("extend"))

    @cached_property
    def seats(self) -> SeatsForm:
        return SeatsForm(self.able_assessors, formdata=self._sent("allocate"))

    @cached_property
    def replace(self) -> ReplaceForm:
        return ReplaceForm(self.able_assessors, formdata=self._sent("replace_assessor"))

    @property
    def current_coachings(self) -> list[Coaching]:
        return [each for each in self.enrolment.coachings if each.ended_at is None]

    @cached_property
    def processes(self) -> Sequence[WorkProcess]:
        return keuzedeel(self.enrolment.cohort.keuzedeel).qualification.work_processes

    @cached_property
    def able_assessors(self) -> list[Membership]:
        everyone = members_with_role(self.enrolment.school_id, Role.ASSESSOR)
        return [each for each in everyone if may_assess(each.id, self.enrolment, actor().membership_id)]

    def chosen_coach(self) -> Membership:
        """Give the member chosen in the form; the form has been checked."""
        return next(each for each in self._coaches if str(each.id) == self.coach.coach.data)

    @cached_property
    def _coaches(self) -> Sequence[Membership]:
        return members_with_role(self.enrolment.school_id, Role.COACH)

    def _sent(self, view: str) -> object:
        """Give the request's fields when this form was sent, else none."""
        sent = request.method == "POST" and (request.endpoint or "").endswith(f".{view}")
        return request.form if sent else None


@dataclass(frozen=True)
class StudentPage:
    """The student, the deadlines that count, and the forms."""

    enrolment: Enrolment
    processes: Sequence[WorkProcess]
    deadlines: Mapping[str, datetime]
    extensions: Mapping[str, Extension]
    submissions: Mapping[str, str]
    forms: Forms

    @property
    def is_over(self) -> bool:
        """Tell whether nothing can change any more."""
        return self.enrolment.state in (EnrolmentState.COMPLETED, EnrolmentState.WITHDRAWN)

    @property
    def has_faults(self) -> bool:
        """Tell whether the form that was sent has to be looked at again."""
        return request.method == "POST"

    @property
    def replacing(self) -> int | None:
        """Give the seat whose form was sent."""
        return (request.view_args or {}).get("seat")

    @property
    def seats(self) -> Mapping[int, Allocation]:
        """Give who sits where."""
        return {each.seat: each for each in self.enrolment.allocations}

    @property
    def former_coaches(self) -> Sequence[Coaching]:
        """Give who coached once."""
        return [each for each in self.enrolment.coachings if each.ended_at is not None]


def student_page(enrolment: Enrolment, forms: Forms) -> StudentPage:
    """Put the page of a student together."""
    return StudentPage(
        enrolment=enrolment,
        processes=forms.processes,
        deadlines=deadlines_of(enrolment.cohort_id),
        extensions={row.work_process: row for row in extension_rows([enrolment])},
        submissions=_handed_in(enrolment.id),
        forms=forms,
    )


def _handed_in(enrolment_id: UUID) -> Mapping[str, str]:
    states = submission_states()
    return states.for_enrolments([enrolment_id]).get(enrolment_id, {}) if states else {}
