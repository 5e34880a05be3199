"""The signed judgements of one submission, read from their fixed copies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from accounts.schools.models import Membership
from assessment.agreement.rules import Row, Rows
from assessment.scoring.models import Assessment, Signature
from assessment.scoring.workflow import AssessmentState
from foundation.database import db


@dataclass(frozen=True)
class Signed:
    """One assessment with its signed rows; `rows` is empty as long as it is not signed."""

    assessment: Assessment
    name: str
    rows: Rows

    @property
    def assessor_id(self) -> UUID:
        """Give who judged."""
        return self.assessment.assessor_id

    @property
    def is_signed(self) -> bool:
        """Tell whether it is signed now."""
        return self.assessment.state is AssessmentState.SIGNED


def signed_by_seat(submission_id: UUID) -> Mapping[int, Signed]:
    """Give the assessments of a submission that count, by seat. One statement."""
    found = (
        sa.select(Assessment, Membership.name, Signature.body)
        .join(Membership, Membership.id == Assessment.assessor_id)
        .outerjoin(Signature, Signature.id == Assessment.signature_id)
        .where(Assessment.submission_id == submission_id, Assessment.state != AssessmentState.DECLINED)
    )
    return {
        assessment.seat: Signed(assessment, name, rows_of(body) if body else {})
        for assessment, name, body in db.session.execute(found)
    }


def rows_of(body: str) -> Rows:
    """Read the rows of a signed text."""
    return {row["criterion"]: Row(**row) for row in json.loads(body)["rows"]}
