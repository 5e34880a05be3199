"""The work behind a decision as it was then, read back from what the decision wrote down.

Work that goes back to the assessors after a decision is annulled gets other rows and signatures. The decision
keeps showing its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from assessment.agreement.models import FinalRows
from assessment.determination.evidence import INDEPENDENT, Evidence, Judgement, Work
from assessment.determination.models import Decision
from assessment.scoring.models import Assessment, Signature
from assessment.submissions.models import Snapshot, Submission
from foundation.database import db


def evidence_behind(decision: Decision, enrolment_id: UUID) -> Evidence:
    """Give the work that a decision rests on, with its texts, and everybody who ever judged it."""
    judgements = list(_judgements(decision, enrolment_id))
    works = [
        Work(
            submission,
            final,
            tuple(each for each in judgements if each.assessment.submission_id == submission.id),
            snapshot,
            has_texts=True,
            is_decided=True,
        )
        for submission, snapshot, final in db.session.execute(_works(decision))
    ]
    return Evidence(
        works={work.work_process: work for work in works},
        assessor_ids=frozenset(each.assessment.assessor_id for each in judgements),
    )


def _works(decision: Decision) -> sa.Select[Submission, Snapshot, FinalRows]:
    works = decision.facts["works"]
    return (
        sa.select(Submission, Snapshot, FinalRows)
        .join(Snapshot, Snapshot.submission_id == Submission.id)
        .join(FinalRows, FinalRows.submission_id == Submission.id)
        .where(
            Submission.school_id == decision.school_id,
            Snapshot.sha256.in_([work["snapshot"] for work in works]),
            FinalRows.id.in_([UUID(work["final_rows"]) for work in works]),
        )
    )


def _judgements(decision: Decision, enrolment_id: UUID) -> Iterator[Judgement]:
    """Give each assessment once, with the signature that counted, if one did."""
    found = (
        sa.select(Assessment, Signature)
        .join(Assessment.submission)
        .outerjoin(
            Signature,
            sa.and_(Signature.assessment_id == Assessment.id, Signature.signed_at <= decision.decided_at),
        )
        .where(Submission.school_id == decision.school_id, Submission.enrolment_id == enrolment_id)
        .options(joinedload(Assessment.assessor), joinedload(Assessment.submission))
        .order_by(Assessment.seat, Assessment.id, Signature.sequence)
    )
    counted = {sha256 for work in decision.facts["works"] for sha256 in work["signatures"]}
    rows = db.session.execute(found).all()
    for assessment, signed in groupby(rows, key=lambda row: row[0]):
        signature = _counted(assessment, (each for _assessment, each in signed if each), counted)
        yield Judgement(assessment, signature, is_decided=signature is not None)


def _counted(assessment: Assessment, signed: Iterable[Signature], counted: set[str]) -> Signature | None:
    """A decision names the signatures of the two; of a third assessor the last one before it counts."""
    is_third = assessment.seat not in INDEPENDENT
    kept = [each for each in signed if is_third or each.sha256 in counted]
    return kept[-1] if kept else None
