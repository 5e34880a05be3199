"""Read how much assessors have to do."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa

from enrolment.models import Allocation, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.database import db


def loads(school_id: UUID) -> Mapping[UUID, int]:
    """Give how many students each assessor of a school judges or will judge."""
    counted = (
        sa.select(Allocation.assessor_id, sa.func.count().label("students"))
        .join(Enrolment, Enrolment.id == Allocation.enrolment_id)
        .where(
            Allocation.school_id == school_id,
            Enrolment.state.in_([EnrolmentState.ACTIVE, EnrolmentState.PAUSED]),
        )
        .group_by(Allocation.assessor_id)
    )
    return {row.assessor_id: row.students for row in db.session.execute(counted)}
