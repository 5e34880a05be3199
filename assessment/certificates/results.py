"""What a student reads: the announced result with its reasons, until when to object, the certificate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from assessment.agreement.models import FinalRows
from assessment.certificates import queries
from assessment.certificates.models import Certificate
from assessment.certificates.workflow import CertificateState
from assessment.determination.models import Decision, Determination
from assessment.determination.queries import rounds_of
from assessment.determination.wording import why
from assessment.determination.workflow import DeterminationState
from assessment.submissions import rubrics
from content.exam_plan import ExamPlan
from content.qualification import Behaviour, WorkProcess
from enrolment.models import Enrolment
from foundation.clock import local
from foundation.database import db


@dataclass(frozen=True)
class CriterionResult:
    """One criterion: the level in words, and why."""

    criterion: Behaviour
    level: str
    met: bool
    justifications: Sequence[str]


@dataclass(frozen=True)
class ProcessResult:
    """One work process: the level in words, why, and its criteria."""

    process: WorkProcess
    level: str
    why: Sequence[str]
    criteria: Sequence[CriterionResult]


@dataclass(frozen=True)
class Result:
    """An announced result. `objection_until` is the last day; weekends count."""

    level: str
    met: bool
    decided_on: date
    objection_until: date
    processes: Sequence[ProcessResult]
    certificate: Certificate | None


def announced_result(enrolment: Enrolment) -> Result | None:
    """Give the result that stands for a student; None as long as nothing is announced."""
    for row in rounds_of(enrolment.id):
        if row.state is DeterminationState.ANNOUNCED and row.decision and row.announced_at:
            return _result(row, row.decision, local(row.announced_at).date())
    return None


def _result(row: Determination, decision: Decision, announced_on: date) -> Result:
    plan = rubrics.instrument(decision.facts["rubric"]).exam_plan
    finals = _final_rows([UUID(work["final_rows"]) for work in decision.facts["works"]])
    return Result(
        level=decision.facts["title"],
        met=decision.met,
        decided_on=local(decision.decided_at).date(),
        objection_until=announced_on + timedelta(days=plan.objection.days),
        processes=[_process(work, finals[UUID(work["final_rows"])]) for work in decision.facts["works"]],
        certificate=_certificate(row.id),
    )


def _process(work: Mapping[str, Any], final: FinalRows) -> ProcessResult:
    instrument = rubrics.instrument(work["rubric"])
    return ProcessResult(
        process=instrument.work_process(work["work_process"]),
        level=work["title"],
        why=[why(reason) for reason in work["reasons"]],
        criteria=[
            _criterion(instrument.exam_plan, instrument.criterion(row["criterion"]), row)
            for row in final.rows
        ],
    )


def _criterion(plan: ExamPlan, criterion: Behaviour, row: Mapping[str, Any]) -> CriterionResult:
    level = plan.level(row["level"])
    return CriterionResult(criterion, level.title, level.meets, row["justifications"])


def _final_rows(ids: Sequence[UUID]) -> dict[UUID, FinalRows]:
    found = sa.select(FinalRows).where(FinalRows.id.in_(ids))
    return {row.id: row for row in db.session.scalars(found)}


def _certificate(determination_id: UUID) -> Certificate | None:
    """Give the last copy, unless it was withdrawn: then the school tells why."""
    copies = queries.copies_of(determination_id)
    return copies[0] if copies and copies[0].state is CertificateState.ISSUED else None
