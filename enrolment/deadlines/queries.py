"""Read deadlines and extensions of many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from enrolment.models import Deadline, Enrolment, Extension
from foundation.database import db


def deadline_rows(cohort_id: UUID) -> dict[str, Deadline]:
    """Give the deadlines of a cohort by work process."""
    found = sa.select(Deadline).where(Deadline.cohort_id == cohort_id)
    return {row.work_process: row for row in db.session.scalars(found)}


def deadlines_of(cohort_id: UUID) -> Mapping[str, datetime]:
    """Give the deadlines of a cohort as instants by work process."""
    found = sa.select(Deadline.work_process, Deadline.at).where(Deadline.cohort_id == cohort_id)
    return {row.work_process: row.at for row in db.session.execute(found)}


def extensions_of(enrolment_ids: Sequence[UUID]) -> Mapping[UUID, Mapping[str, datetime]]:
    """Give the extensions of many students, by enrolment and work process."""
    found = sa.select(Extension.enrolment_id, Extension.work_process, Extension.at)
    by_student: defaultdict[UUID, dict[str, datetime]] = defaultdict(dict)
    for enrolment_id, code, at in db.session.execute(found.where(Extension.enrolment_id.in_(enrolment_ids))):
        by_student[enrolment_id][code] = at
    return by_student


def extension_rows(enrolments: Sequence[Enrolment], work_process: str | None = None) -> list[Extension]:
    """Give the extensions of these students, of one work process or of all."""
    found = sa.select(Extension).where(Extension.enrolment_id.in_([each.id for each in enrolments]))
    if work_process:
        found = found.where(Extension.work_process == work_process)
    return list(db.session.scalars(found.order_by(Extension.work_process)))
