"""The work behind dossiers: submissions, who judged them, the rows that stand. For one or for a whole page.

Without `texts` the frozen texts stay in the database, and hashes and declarations are taken as read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import defer, joinedload

from assessment.agreement.models import Agreement, FinalRows
from assessment.agreement.rules import Rows
from assessment.agreement.signed import rows_of
from assessment.determination.rules import Levels, WorkFacts
from assessment.scoring.models import Assessment, Signature
from assessment.scoring.workflow import AssessmentState
from assessment.submissions import rubrics
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.snapshots import hash_of, is_intact
from assessment.submissions.workflow import SubmissionState
from content.instrument import Instrument
from enrolment.rules import WITH_ASSESSORS
from foundation.database import db

INDEPENDENT = (1, 2)


@dataclass(frozen=True)
class Judgement:
    """One assessment, with its signature when the texts were asked for.

    `is_decided`: a decision rests on this signature, also when the assessor judges again later.
    """

    assessment: Assessment
    signature: Signature | None = None
    is_decided: bool = False

    @property
    def is_signed(self) -> bool:
        """Tell whether it is signed now, or was when the board decided."""
        return self.is_decided or self.assessment.state is AssessmentState.SIGNED

    @property
    def counts(self) -> bool:
        """Tell whether this is an independent judgement that is signed."""
        return self.assessment.seat in INDEPENDENT and self.is_signed

    @property
    def is_third(self) -> bool:
        """Tell whether this is what a third assessor signed about the rows that differed."""
        return self.assessment.seat not in INDEPENDENT and self.is_signed

    @property
    def is_intact(self) -> bool:
        """Compute the hash of the signed text anew."""
        return self.signature is not None and hash_of(self.signature.body) == self.signature.sha256

    @property
    def rows(self) -> Rows:
        """Give the rows as they were signed."""
        return rows_of(self.signature.body) if self.signature else {}


@dataclass(frozen=True)
class Work:
    """The last attempt at one work process, as it was frozen and judged.

    `is_decided`: read back from a decision, so it is how it was then and not how it is now.
    """

    submission: Submission
    final: FinalRows | None
    judgements: tuple[Judgement, ...] = ()
    snapshot: Snapshot | None = None
    has_texts: bool = False
    is_decided: bool = False

    @property
    def work_process(self) -> str:
        """Give the code of the work process."""
        return self.submission.work_process

    @property
    def instrument(self) -> Instrument:
        """Give what this work was judged with."""
        return rubrics.instrument(self.rubric)

    @property
    def rubric(self) -> str:
        """Give the hash of what this work was judged with."""
        return str(self.content["rubric"] if self.is_decided else self.submission.rubric_hash)

    @property
    def handed_in_at(self) -> datetime | None:
        """Give when this version of the work was handed in."""
        return self.snapshot.created_at if self.snapshot else self.submission.submitted_at

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Give the final rows; none as long as the assessors are not ready."""
        is_ready = self.is_decided or self.submission.state is SubmissionState.ASSESSED
        return list(self.final.rows) if is_ready and self.final else []

    @property
    def levels(self) -> Levels:
        """Give {criterion: level}."""
        return {row["criterion"]: row["level"] for row in self.rows}

    @property
    def content(self) -> dict[str, Any]:
        """Read the frozen text."""
        return dict(json.loads(self.snapshot.body)) if self.snapshot else {}

    def facts(self) -> WorkFacts:
        """Give what the checks look at."""
        criteria = {each.id for each in self.instrument.criteria(self.work_process)}
        return WorkFacts(
            work_process=self.work_process,
            attempt=self.submission.attempt,
            declared=bool(self.content.get("declaration", {}).get("statement")) if self.has_texts else True,
            intact=self._is_intact() if self.has_texts else True,
            judges=tuple(each.assessment.assessor_id for each in self.judgements if each.counts),
            agreed=set(self.levels) == criteria,
            rows=len(self.rows),
            same=sum(row["decided_by"] == "both" for row in self.rows),
            rubric=self.rubric,
        )

    def _is_intact(self) -> bool:
        signed = [each for each in self.judgements if each.counts]
        return (
            self.snapshot is not None
            and is_intact(self.snapshot)
            and all(each.assessment.snapshot_id == self.snapshot.id for each in signed)
            and all(each.is_intact for each in signed)
        )


@dataclass
class Evidence:
    """What lies behind one enrolment."""

    works: dict[str, Work] = field(default_factory=dict)
    assessor_ids: frozenset[UUID] = frozenset()

    @property
    def newest(self) -> Work | None:
        """Give the work that was handed in last: its exam plan holds for the whole."""
        dated = [(at, code) for code, work in self.works.items() if (at := work.handed_in_at)]
        return self.works[max(dated)[1]] if dated else None


def evidence_of(enrolment_ids: Collection[UUID], *, texts: bool = False) -> Mapping[UUID, Evidence]:
    """Give what lies behind enrolments: two statements, or three with the texts."""
    rows = db.session.execute(_submissions(enrolment_ids, texts=texts)).all()
    judgements = _judgements([submission.id for submission, _final in rows], texts=texts)
    found = {enrolment_id: Evidence() for enrolment_id in enrolment_ids}
    for submission, final in rows:
        evidence, own = found[submission.enrolment_id], judgements.get(submission.id, [])
        evidence.assessor_ids |= {each.assessment.assessor_id for each in own}
        if submission.state in WITH_ASSESSORS:
            evidence.works[submission.work_process] = Work(
                submission, final, tuple(own), submission.snapshot if texts else None, has_texts=texts
            )
    return found


def _submissions(enrolment_ids: Collection[UUID], *, texts: bool) -> sa.Select[Submission, FinalRows]:
    """Older attempts come first, so that the last one stays."""
    found = (
        sa.select(Submission, FinalRows)
        .outerjoin(Agreement, Agreement.submission_id == Submission.id)
        .outerjoin(
            FinalRows, sa.and_(FinalRows.agreement_id == Agreement.id, FinalRows.round == Agreement.round)
        )
        .where(Submission.enrolment_id.in_(enrolment_ids))
        .order_by(Submission.work_process, Submission.attempt)
    )
    return found.options(joinedload(Submission.snapshot)) if texts else found


def _judgements(submission_ids: Iterable[UUID], *, texts: bool) -> dict[UUID, list[Judgement]]:
    found = sa.select(Assessment).where(Assessment.submission_id.in_(list(submission_ids)))
    options: list[Any] = [defer(Assessment.criteria), defer(Assessment.decline_reason)]
    if texts:
        options = [
            joinedload(Assessment.signature),
            joinedload(Assessment.assessor),
            joinedload(Assessment.submission),
        ]
    by_submission: dict[UUID, list[Judgement]] = {}
    for row in db.session.scalars(found.order_by(Assessment.seat).options(*options)):
        by_submission.setdefault(row.submission_id, []).append(
            Judgement(row, row.signature if texts else None)
        )
    return by_submission
