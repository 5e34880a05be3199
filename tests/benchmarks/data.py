"""A data set of a stated size: one real dossier through the verbs, then copies of its rows in bulk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from flask import current_app

from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant, School
from assessment.scoring.models import Assessment, Score
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.workflow import SubmissionState
from course.portfolio.freezing import frozen_work
from enrolment.models import Allocation, Enrolment
from foundation.database import Base, db, new_id
from tests.factories.assessments import W1, a_submission, opened_by, scored_by
from tests.factories.enrolments import D1, a_cohort, an_enrolment, is_allocated
from tests.factories.people import a_member, a_school
from tests.factories.work import a_full_piece, a_text

CHUNK = 500
WORDS = 1_500
TO_HAND_IN = 80


@dataclass(frozen=True)
class DataSet:
    """The people and things that the measured requests need."""

    school: School
    assessor: Membership
    reader: Membership
    desks: list[UUID]
    to_hand_in: list[Membership]

    @property
    def students(self) -> int:
        """Count the students who are about to hand in."""
        return len(self.to_hand_in)

    @property
    def people(self) -> dict[str, Membership]:
        """Give everybody who makes requests, by the name the calls use."""
        students = {f"student {number}": member for number, member in enumerate(self.to_hand_in)}
        return {"assessor": self.assessor, "reader": self.reader, **students}


def fill(size: int, tell: Any = print) -> DataSet:
    """Make `size` submissions in assessment by the same two assessors, and students about to hand in."""
    school = a_school("Meetschool")
    first, second = (a_member(school, Role.ASSESSOR, name=name) for name in ("Eerste", "Tweede"))
    cohort = a_cohort(school)
    enrolment = an_enrolment(cohort, school)
    _some_work(enrolment)
    submission = a_submission(enrolment, work=_frozen(enrolment), assessors=(first, second))
    for assessor in (first, second):
        opened_by(assessor, submission)
        scored_by(assessor, submission)
    db.session.commit()
    for done in _copies(enrolment, submission, size - 1):
        tell(f"  {done + 1} of {size} submissions")
    students = [_about_to_hand_in(cohort, school, (first, second)) for _ in range(TO_HAND_IN)]
    db.session.commit()
    own = sa.select(Assessment.id).where(Assessment.assessor_id == first.id).order_by(Assessment.id).limit(50)
    return DataSet(school, first, students[0], list(db.session.scalars(own)), students)


def _some_work(enrolment: Enrolment) -> None:
    a_full_piece(enrolment, W1)
    a_text(enrolment, "W1-5", body="woord " * WORDS)


def _frozen(enrolment: Enrolment) -> dict[str, Any]:
    keuzedeel = current_app.extensions["catalogue"].keuzedeel(D1)
    return frozen_work(enrolment, keuzedeel, W1)


def _about_to_hand_in(cohort: Any, school: School, assessors: tuple[Membership, Membership]) -> Membership:
    enrolment = an_enrolment(cohort, school)
    _some_work(enrolment)
    for seat, assessor in enumerate(assessors, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    return enrolment.student


def _copies(enrolment: Enrolment, submission: Submission, number: int) -> Iterator[int]:
    """Copy every row of one dossier `number` times, with new ids that still point at each other."""
    pattern, state = list(_rows_of(enrolment, submission)), submission.state
    done = 0
    while done < number:
        size = min(CHUNK, number - done)
        for table, rows in _batch(pattern, size).items():
            db.session.execute(sa.insert(table), rows)
        _point_at_snapshots(submission, state)
        db.session.commit()
        done += size
        yield done


def _batch(pattern: list[tuple[sa.Table, dict[str, Any]]], size: int) -> dict[sa.Table, list[dict[str, Any]]]:
    rows: dict[sa.Table, list[dict[str, Any]]] = {table: [] for table, _row in pattern}
    for _ in range(size):
        fresh = {row["id"]: new_id() for _table, row in pattern}
        for table, row in pattern:
            rows[table].append(_renewed(table.name, row, fresh))
    return rows


def _renewed(table: str, row: dict[str, Any], fresh: dict[UUID, UUID]) -> dict[str, Any]:
    copy = {key: fresh.get(value, value) if isinstance(value, UUID) else value for key, value in row.items()}
    for column in ("email", "student_number", "number"):
        if copy.get(column):
            copy[column] = f"{copy['id'].hex[:20]}{'@voorbeeld.test' if column == 'email' else ''}"
    if table == "submission":
        copy |= {"snapshot_id": None, "state": SubmissionState.DRAFT}
    return copy


def _point_at_snapshots(original: Submission, state: SubmissionState) -> None:
    """Submission and snapshot point at each other, so this key comes last."""
    own = sa.select(Snapshot.id).where(Snapshot.submission_id == Submission.id).scalar_subquery()
    late = sa.update(Submission).where(
        Submission.snapshot_id.is_(None), Submission.school_id == original.school_id
    )
    db.session.execute(
        late.values(snapshot_id=own, state=state), execution_options={"synchronize_session": False}
    )


def _rows_of(enrolment: Enrolment, submission: Submission) -> Iterator[tuple[sa.Table, dict[str, Any]]]:
    student = db.session.get_one(Membership, enrolment.student_id)
    conditions: tuple[tuple[type[Base], Any], ...] = (
        (Person, Person.id == student.person_id),
        (Membership, Membership.id == student.id),
        (RoleGrant, RoleGrant.membership_id == student.id),
        (Enrolment, Enrolment.id == enrolment.id),
        (Allocation, Allocation.enrolment_id == enrolment.id),
        (Submission, Submission.id == submission.id),
        (Snapshot, Snapshot.submission_id == submission.id),
        (Assessment, Assessment.submission_id == submission.id),
        (
            Score,
            Score.assessment_id.in_(
                sa.select(Assessment.id).where(Assessment.submission_id == submission.id)
            ),
        ),
    )
    for model, condition in conditions:
        table = model.__table__
        assert isinstance(table, sa.Table)
        for row in db.session.execute(sa.select(table).where(condition)).mappings():
            yield table, dict(row)
