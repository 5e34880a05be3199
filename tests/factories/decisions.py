"""Dossiers before the board, results and certificates for tests: made by the verbs of the product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from accounts.schools.models import Membership, Role, School
from assessment.certificates import actions as certificates
from assessment.certificates.models import Certificate
from assessment.determination import actions
from assessment.determination.models import Determination
from assessment.submissions.models import Submission
from course.hours.models import HourEntry
from course.hours.workflow import HourState
from enrolment.models import Enrolment
from foundation.clock import now, today
from foundation.database import db
from foundation.jobs.actions import run_due
from tests.factories.assessments import a_submission, acting, signed_by, the_keuzedeel, two_assessors
from tests.factories.enrolments import D1, a_cohort, an_enrolment, is_allocated
from tests.factories.people import a_member

Levels = Mapping[str, str] | str


def a_board_member(school: School, name: str = "Anneke Postma") -> Membership:
    return a_member(school, Role.BOARD_MEMBER, name=name)


def hours_of(enrolment: Enrolment, hours: int) -> None:
    """Log so many hours, at most ten a day."""
    for day, start in enumerate(range(0, hours, 10)):
        db.session.add(
            HourEntry(
                school_id=enrolment.school_id,
                enrolment_id=enrolment.id,
                work_process="D1-K1-W1",
                day=today() - timedelta(days=day),
                minutes=60 * min(10, hours - start),
                state=HourState.LOGGED,
                created_at=now(),
            )
        )
    db.session.flush()


def a_finished_dossier(
    school: School,
    *,
    student: Membership | None = None,
    assessors: Sequence[Membership] = (),
    levels: Levels = "V",
    hours: int = 240,
    words: str = "Te zien in je verslag",
    keuzedeel: str = D1,
) -> Enrolment:
    """Give an enrolment whose work is all handed in, judged twice and agreed."""
    enrolment = an_enrolment(a_cohort(school, keuzedeel=keuzedeel), school, student=student)
    hours_of(enrolment, hours)
    assessors = assessors or two_assessors(school)
    for seat, assessor in enumerate(assessors, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    for process in the_keuzedeel(keuzedeel).qualification.work_processes:
        submission = a_submission(enrolment, process.code, keuzedeel=keuzedeel)
        for assessor in assessors:
            signed_by(assessor, submission, levels, words=words)
    db.session.commit()
    return loaded(enrolment)


def loaded(enrolment: Enrolment) -> Enrolment:
    found = sa.select(Enrolment).where(Enrolment.id == enrolment.id)
    whole = found.options(joinedload(Enrolment.student), joinedload(Enrolment.cohort))
    return db.session.scalars(whole).one()


def on_agenda(enrolment: Enrolment, board: Membership, *, meeting_on: date | None = None) -> Determination:
    (row,) = actions.put_on_agenda([enrolment.id], meeting_on=meeting_on or today(), actor=acting(board))
    db.session.commit()
    return row


def determined(enrolment: Enrolment, board: Membership, *, reason: str = "") -> Determination:
    row = on_agenda(enrolment, board)
    actions.determine(row.id, reason=reason, seen=row.version, actor=acting(board))
    db.session.commit()
    return row


def announced(enrolment: Enrolment, board: Membership, *, reason: str = "") -> Determination:
    row = determined(enrolment, board, reason=reason)
    actions.announce([row.id], actor=acting(board))
    db.session.commit()
    return row


def issued(
    enrolment: Enrolment, board: Membership, admin: Membership, *, with_pdf: bool = False
) -> Certificate:
    """Go the whole way: determined, announced, issued; the PDF only when asked for."""
    row = announced(enrolment, board)
    certificate = certificates.issue(row.school_id, row.id, issuer_id=admin.id, actor_id=admin.person_id)
    db.session.commit()
    if with_pdf:
        run_due()
    return certificate


def submissions_of(enrolment: Enrolment) -> Sequence[Submission]:
    return db.session.scalars(sa.select(Submission).where(Submission.enrolment_id == enrolment.id)).all()


def decision_fields(row: Determination, **other: object) -> dict[str, object]:
    """Give what a board member types to decide about a dossier."""
    return {"decision": "determine", "not_involved": "y", "reason": "", "version": row.version} | other
