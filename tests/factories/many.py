"""Handed-in work of many students at once, in as many statements as there are tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from accounts.people.models import Person
from accounts.schools.models import Membership, School
from assessment.scoring.models import Assessment
from assessment.submissions import rubrics
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.workflow import SubmissionState
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db, new_id
from tests.factories.assessments import W1, the_keuzedeel
from tests.factories.enrolments import a_cohort


@dataclass(frozen=True)
class Ids:
    """What the rows of one student are called."""

    person: UUID = field(default_factory=new_id)
    member: UUID = field(default_factory=new_id)
    enrolment: UUID = field(default_factory=new_id)
    submission: UUID = field(default_factory=new_id)
    snapshot: UUID = field(default_factory=new_id)


def many_submissions(
    school: School, assessors: Sequence[Membership], count: int, *, work_process: str = W1
) -> None:
    """Insert handed-in work of many students at once, seated with these assessors."""
    students = [Ids() for _ in range(count)]
    own = {"school_id": school.id, "created_at": now(), "version": 1}
    _people(students, own, cohort_id=a_cohort(school).id)
    _work(students, own, work_process)
    criteria = [each.id for each in the_keuzedeel().criteria(work_process)]
    _insert(
        Assessment,
        [
            own
            | {"id": new_id(), "submission_id": each.submission, "assessor_id": assessor.id, "seat": seat}
            | {"criteria": criteria, "scored": 0}
            for each in students
            for seat, assessor in enumerate(assessors, start=1)
        ],
    )
    db.session.flush()


def _people(students: Sequence[Ids], own: dict[str, Any], *, cohort_id: UUID) -> None:
    at = {key: own[key] for key in ("created_at", "version")}
    _insert(Person, [at | {"id": s.person, "email": f"{s.person}@voorbeeld.test"} for s in students])
    _insert(
        Membership,
        [own | {"id": s.member, "person_id": s.person, "name": f"Student {s.member}"} for s in students],
    )
    _insert(
        Enrolment,
        [
            own
            | {"id": s.enrolment, "cohort_id": cohort_id, "student_id": s.member}
            | {"number": str(s.enrolment)[-12:]}
            for s in students
        ],
    )


def _work(students: Sequence[Ids], own: dict[str, Any], work_process: str) -> None:
    """Insert each submission before its snapshot, which names it; then let it name its snapshot."""
    draft = {"work_process": work_process, "attempt": 1, "state": SubmissionState.DRAFT}
    draft |= {"rubric_hash": rubrics.store(the_keuzedeel()), "submitted_at": own["created_at"]}
    _insert(
        Submission,
        [own | draft | {"id": s.submission, "enrolment_id": s.enrolment} for s in students],
    )
    frozen = {key: own[key] for key in ("school_id", "created_at")}
    frozen |= {"sequence": 1, "body": "{}", "sha256": "0" * 64}
    _insert(Snapshot, [frozen | {"id": s.snapshot, "submission_id": s.submission} for s in students])
    latest = sa.select(Snapshot.id).where(Snapshot.submission_id == Submission.id).scalar_subquery()
    db.session.execute(
        sa.update(Submission)
        .where(Submission.school_id == own["school_id"], Submission.snapshot_id.is_(None))
        .values(snapshot_id=latest, state=SubmissionState.SUBMITTED)
        .execution_options(synchronize_session=False)
    )


def _insert(model: type, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.session.execute(sa.insert(model), rows)
