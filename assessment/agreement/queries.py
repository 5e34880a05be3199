"""Read agreements and the rows that came of them; always within one school."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from assessment.agreement.models import Agreement, FinalRows
from assessment.agreement.signed import Signed, signed_by_seat
from assessment.agreement.workflow import AgreementState
from assessment.scoring.models import Assessment
from assessment.scoring.seats import THIRD
from assessment.submissions.models import Submission
from enrolment.models import Enrolment
from foundation.database import db


@dataclass(frozen=True)
class Table:
    """An agreement with the two signed judgements that it compares."""

    agreement: Agreement
    signed: Mapping[int, Signed]

    @property
    def school_id(self) -> UUID:
        """Give the school, for the policy."""
        return self.agreement.school_id

    @property
    def assessor_ids(self) -> frozenset[UUID]:
        """Give the two who sit at it: the third never does."""
        return frozenset(each.assessor_id for seat, each in self.signed.items() if seat != THIRD)


def table_of(school_id: UUID, agreement_id: UUID) -> Table | None:
    """Give an agreement with its judgements; None as long as not both have signed. Two statements."""
    found = (
        sa.select(Agreement)
        .where(
            Agreement.school_id == school_id,
            Agreement.id == agreement_id,
            Agreement.state != AgreementState.WAITING,
        )
        .options(
            joinedload(Agreement.submission).options(
                joinedload(Submission.snapshot),
                joinedload(Submission.enrolment).options(
                    joinedload(Enrolment.student), joinedload(Enrolment.cohort)
                ),
            )
        )
    )
    agreement = db.session.scalars(found).one_or_none()
    return Table(agreement, signed_by_seat(agreement.submission_id)) if agreement else None


def shown_to_signer(assessment: Assessment) -> Agreement | None:
    """Give the agreement to who signed; there is none to see before both have."""
    if assessment.seat == THIRD:
        return None
    found = sa.select(Agreement).where(
        Agreement.submission_id == assessment.submission_id, Agreement.state != AgreementState.WAITING
    )
    return db.session.scalars(found).one_or_none()


def final_rows(agreement: Agreement) -> FinalRows | None:
    """Give the final rows of the present round."""
    found = sa.select(FinalRows).where(
        FinalRows.agreement_id == agreement.id, FinalRows.round == agreement.round
    )
    return db.session.scalars(found).one_or_none()
