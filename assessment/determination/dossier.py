"""A dossier before the board: the determination, the work behind it, what was checked and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from assessment.determination.evidence import Evidence, Work
from assessment.determination.models import Determination
from assessment.determination.rules import (
    Check,
    Facts,
    Incomplete,
    Outcome,
    as_written_down,
    checks,
    is_blocked,
    outcome,
)
from content.exam_plan import ExamPlan
from content.keuzedeel import Keuzedeel
from course.hours.rules import Balance
from enrolment.catalogue import keuzedeel


@dataclass(frozen=True)
class Dossier:
    """Everything the board weighs. The determination comes with its enrolment, student, group and coaches."""

    determination: Determination
    evidence: Evidence
    hours: Balance

    @property
    def school_id(self) -> UUID:
        """Give the school, for the policy."""
        return self.determination.school_id

    @property
    def student_id(self) -> UUID:
        """Give whose dossier it is, for the policy."""
        return self.determination.enrolment.student_id

    @property
    def coach_ids(self) -> frozenset[UUID]:
        """Give who coaches or once coached the student."""
        return frozenset(each.coach_id for each in self.determination.enrolment.coachings)

    @property
    def assessor_ids(self) -> frozenset[UUID]:
        """Give everybody who ever had this work to judge."""
        return self.evidence.assessor_ids

    @cached_property
    def keuzedeel(self) -> Keuzedeel:
        """Give the keuzedeel that the student follows."""
        return keuzedeel(self.determination.enrolment.cohort.keuzedeel)

    @cached_property
    def exam_plan(self) -> ExamPlan:
        """Give the rules that hold: those of the newest work, else those of today."""
        newest = self.evidence.newest
        return newest.instrument.exam_plan if newest else self.keuzedeel.exam_plan

    @property
    def works(self) -> list[Work]:
        """Give the work in the order of the exam plan."""
        codes = (plan.work_process for plan in self.exam_plan.work_processes)
        return [self.evidence.works[code] for code in codes if code in self.evidence.works]

    @cached_property
    def checks(self) -> list[Check]:
        """Give what was looked at; once decided, what the board saw then, with the codes computed anew."""
        decision = self.determination.decision
        return as_written_down(decision.facts["checks"], self._checks_now) if decision else self._checks_now

    @property
    def _checks_now(self) -> list[Check]:
        facts = Facts(
            minutes=self.hours.counted,
            expected=tuple(plan.work_process for plan in self.exam_plan.work_processes),
            works=tuple(work.facts() for work in self.works),
            coaches=self.coach_ids,
        )
        return checks(self.exam_plan, facts)

    @cached_property
    def outcome(self) -> Outcome | None:
        """Compute the result by the rules; None as long as rows are missing."""
        if any(not work.rows for work in self.works):
            return None
        try:
            return outcome(self.exam_plan, {work.work_process: work.levels for work in self.works})
        except Incomplete:
            return None

    @property
    def can_be_determined(self) -> bool:
        """Tell whether there is a result and nothing stands in its way."""
        return self.outcome is not None and not is_blocked(self.checks)

    def check(self, code: str) -> Check:
        """Find a check by its code; `assessors` may have another one when somebody coached."""
        return next(each for each in self.checks if each.code.startswith(code))

    def title_of(self, level: str) -> str:
        """Give the word for a level."""
        return self.exam_plan.level(level).title
