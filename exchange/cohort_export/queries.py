"""Read a cohort for a file; always within one school."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, selectinload

from accounts.schools.models import Membership
from enrolment.models import Coaching, Cohort, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.database import db


def enrolments_for_file(cohort: Cohort) -> Sequence[Enrolment]:
    """Give the students of a cohort who did not leave, by name, with what a file shows of them."""
    found = (
        sa.select(Enrolment)
        .join(Enrolment.student)
        .where(Enrolment.cohort_id == cohort.id, Enrolment.state != EnrolmentState.WITHDRAWN)
        .options(
            contains_eager(Enrolment.student).joinedload(Membership.person),
            selectinload(Enrolment.coachings).joinedload(Coaching.coach).joinedload(Membership.person),
        )
        .order_by(Membership.name, Enrolment.id)
    )
    return list(db.session.scalars(found))
