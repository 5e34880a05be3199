"""A data set of a stated size: one real dossier through the verbs, then copies of its rows in bulk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import joinedload

from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant, School
from assessment.scoring.models import Assessment, Score
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.snapshots import hash_of
from assessment.submissions.workflow import SubmissionState
from course.portfolio.freezing import frozen_work
from course.workbench.models import WorkItem
from enrolment.models import Allocation, Enrolment
from foundation.database import Base, db, new_id
from tests.factories.assessments import W1, a_submission, opened_by, scored_by
from tests.factories.decisions import a_board_member, a_finished_dossier, issued, on_agenda
from tests.factories.enrolments import D1, a_cohort, an_enrolment, is_allocated
from tests.factories.findable import many_documents
from tests.factories.people import a_member, a_school
from tests.factories.work import a_full_piece, a_text

CHUNK = 500
WRITERS = 8
WORDS = 1_500
PIECES = 51  # as much work as is done once: a warm-up, the measured rounds, and one to count statements


@dataclass(frozen=True)
class DataSet:
    """The people and things that the measured requests need."""

    people: dict[str, Membership]
    cohort_id: UUID
    lesson: str
    token: str
    item_id: UUID
    other_item_id: UUID
    answers: dict[str, str]
    answer: str
    desks: list[UUID]
    desks_of_writers: list[UUID]
    desks_once: list[UUID]
    to_sign: list[UUID]
    hand_ins: list[str]

    def left_over(self) -> DataSet:
        """Give what was not used yet: the last of everything that is done once, the desks of the writers."""
        desks = [*self.desks_of_writers[:1] * 10, *self.desks_of_writers[1:2]]
        last = {
            "desks_once": self.desks_once[-1:],
            "to_sign": self.to_sign[-1:],
            "hand_ins": self.hand_ins[-1:],
        }
        return replace(self, desks=desks, item_id=self.other_item_id, **last)


def fill(size: int, tell: Any = print) -> DataSet:
    """Make `size` submissions by the same two assessors, students about to hand in, `size` texts to find."""
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
    for done in _copies(school, enrolment, submission, size - 1):
        tell(f"  {done + 1} of {size} submissions")
    students = [_about_to_hand_in(cohort, school, (first, second)) for _ in range(PIECES)]
    people = {f"student {number}": member for number, member in enumerate(students)}
    hand_ins = list(people)
    reader, typist = _about_to_hand_in(cohort, school, ()), _about_to_hand_in(cohort, school, ())
    admin, board = a_member(school, Role.SCHOOL_ADMIN), a_board_member(school)
    on_agenda(a_finished_dossier(school), board)
    certificate = issued(a_finished_dossier(school), board, admin)
    own = {
        "reader": reader,
        "typist": typist,
        "assessor": first,
        "signer": second,
        "admin": admin,
        "board": board,
    }
    item, other = _two_items_of(typist)
    answers = {f"f_{key}": str(value) for key, value in item.values.items()}
    desks = _desks_of(first, 20 + WRITERS + PIECES)
    db.session.commit()
    many_documents(_enrolment_of(reader), size)
    db.session.commit()
    return DataSet(
        people=people | own,
        cohort_id=cohort.id,
        lesson=_keuzedeel().lessons[0].slug,
        token=certificate.token,
        item_id=item.id,
        other_item_id=other.id,
        answers=answers,
        answer=next(iter(answers)),
        desks=desks[:20],
        desks_of_writers=desks[20 : 20 + WRITERS],
        desks_once=desks[20 + WRITERS :],
        to_sign=_desks_of(second, PIECES),
        hand_ins=hand_ins,
    )


def _some_work(enrolment: Enrolment) -> None:
    a_full_piece(enrolment, W1)
    a_text(enrolment, "W1-5", body="woord " * WORDS)


def _keuzedeel() -> Any:
    return current_app.extensions["catalogue"].keuzedeel(D1)


def _frozen(enrolment: Enrolment) -> dict[str, Any]:
    return frozen_work(enrolment, _keuzedeel(), W1)


def _about_to_hand_in(cohort: Any, school: School, assessors: tuple[Membership, ...]) -> Membership:
    enrolment = an_enrolment(cohort, school)
    _some_work(enrolment)
    for seat, assessor in enumerate(assessors, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    return enrolment.student


def _two_items_of(student: Membership) -> Sequence[WorkItem]:
    """Give two sources in the analysis of the neighbourhood: they have answers and point at nothing."""
    found = sa.select(WorkItem).join(Enrolment, Enrolment.id == WorkItem.enrolment_id)
    found = found.where(Enrolment.student_id == student.id, WorkItem.section == "bronnen")
    return db.session.scalars(found.limit(2)).all()


def _enrolment_of(student: Membership) -> Enrolment:
    own = sa.select(Enrolment).where(Enrolment.student_id == student.id)
    return db.session.scalars(own.options(joinedload(Enrolment.cohort))).one()


def _desks_of(assessor: Membership, most: int) -> list[UUID]:
    own = sa.select(Assessment.id).where(
        Assessment.assessor_id == assessor.id, Assessment.state == AssessmentState.IN_PROGRESS
    )
    return list(db.session.scalars(own.order_by(Assessment.id).limit(most)))


def _copies(school: School, enrolment: Enrolment, submission: Submission, number: int) -> Iterator[int]:
    """Copy every row of one dossier `number` times, with new ids that still point at each other.

    A school that grows gets more groups, and not a larger one: each part is a group of its own.
    """
    pattern, state = list(_rows_of(enrolment, submission)), submission.state
    done = 0
    while done < number:
        size = min(CHUNK, number - done)
        group = enrolment.cohort_id if done == 0 else a_cohort(school, name=f"Groep {done}").id
        for table, rows in _batch(pattern, size, {enrolment.cohort_id: group}).items():
            db.session.execute(sa.insert(table), rows)
        _point_at_snapshots(submission, state)
        db.session.commit()
        done += size
        yield done


def _batch(
    pattern: list[tuple[sa.Table, dict[str, Any]]], size: int, elsewhere: dict[UUID, UUID]
) -> dict[sa.Table, list[dict[str, Any]]]:
    rows: dict[sa.Table, list[dict[str, Any]]] = {table: [] for table, _row in pattern}
    for _ in range(size):
        fresh = elsewhere | {row["id"]: new_id() for _table, row in pattern}
        for table, row in pattern:
            rows[table].append(_renewed(table.name, row, fresh))
    return rows


def _renewed(table: str, row: dict[str, Any], fresh: dict[UUID, UUID]) -> dict[str, Any]:
    copy = {key: fresh.get(value, value) if isinstance(value, UUID) else value for key, value in row.items()}
    for column in ("email", "student_number", "number"):
        if copy.get(column):
            copy[column] = f"{copy['id'].hex[:20]}{'@voorbeeld.test' if column == 'email' else ''}"
    if table == "submission":
        earlier = timedelta(seconds=copy["id"].int % 1_000_000)
        copy |= {
            "snapshot_id": None,
            "state": SubmissionState.DRAFT,
            "submitted_at": row["submitted_at"] - earlier,
        }
    if table == "snapshot":  # a text of its own, as two students never hand in the same
        copy["body"] = row["body"].replace(str(row["submission_id"]), str(copy["submission_id"]))
        copy["sha256"] = hash_of(copy["body"])
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
