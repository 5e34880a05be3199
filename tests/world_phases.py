"""Dossiers in every phase of the journey, made by the verbs of the product where there are verbs."""

from __future__ import annotations

from datetime import timedelta

from accounts.schools.models import Role
from assessment.agreement import actions as agreement
from assessment.agreement.rules import Row
from assessment.determination import actions as board
from assessment.scoring import actions as scoring
from assessment.submissions.actions import HandIn, return_incomplete, submit
from assessment.submissions.models import Submission
from assessment.submissions.snapshots import Declaration
from course.portfolio.freezing import frozen_work
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState
from foundation.clock import now, today
from foundation.database import db
from tests.factories.assessments import (
    agreement_of,
    opened_by,
    scored_by,
    signed_by,
    student_of,
    the_keuzedeel,
)
from tests.factories.enrolments import an_enrolment, coaches, is_allocated
from tests.world_course import fill_course
from tests.world_people import Thread, as_actor, person
from tests.world_school import a_certificate

PHASES = (
    "learning", "paused", "withdrawn", "handed_in", "comparing", "on_agenda", "postponed", "determined",
    "announced", "revoked",
)  # fmt: skip
W1, W2, W3 = "D1-K1-W1", "D1-K1-W2", "D1-K1-W3"


def build(phase: str, thread: Thread) -> Enrolment:
    """Make a student of a thread, as far as this phase."""
    student = person(thread.school, thread.canary, Role.STUDENT)
    enrolment = an_enrolment(thread.cohort, thread.school, student=student)
    thread.enrolments.append(enrolment)
    coaches(thread.staff[Role.COACH], enrolment)
    for seat, assessor in enumerate((*thread.assessors, thread.third), start=1):
        is_allocated(assessor, enrolment, seat=seat)
    fill_course(enrolment, thread.canary, coach=thread.staff[Role.COACH])
    BUILDERS[phase](thread, enrolment)
    db.session.flush()
    return enrolment


def _learning(thread: Thread, enrolment: Enrolment) -> None:
    submission = _hand_in(thread, enrolment, W1)
    assessor = thread.staff[Role.ASSESSOR]
    opened_by(assessor, submission)
    return_incomplete(submission, reason=thread.canary.text(), actor_id=assessor.person_id)


def _paused(thread: Thread, enrolment: Enrolment) -> None:
    enrolment.state = EnrolmentState.PAUSED


def _withdrawn(thread: Thread, enrolment: Enrolment) -> None:
    enrolment.state, enrolment.ended_at = EnrolmentState.WITHDRAWN, now()


def _handed_in(thread: Thread, enrolment: Enrolment) -> None:
    """Nothing opened yet; half scored by one; signed by one."""
    _hand_in(thread, enrolment, W1)
    half = _hand_in(thread, enrolment, W2)
    scored_by(thread.assessors[0], half, criteria=_codes(W2)[:3], words=thread.canary.line())
    waiting = _hand_in(thread, enrolment, W3)
    signed_by(thread.assessors[1], waiting, words=thread.canary.line())


def _comparing(thread: Thread, enrolment: Enrolment) -> None:
    """Two rows to talk about, a third assessor asked, and a declined assessment."""
    talking = _differing(thread, enrolment, W1)
    _propose(thread, talking)
    third = _differing(thread, enrolment, W2)
    agreement.call_third(
        agreement_of(third), third, reason=thread.canary.text(), actor_id=thread.second.person_id
    )
    db.session.flush()
    scored_by(thread.third, third, criteria=_codes(W2)[:1], words=thread.canary.line())
    declined = opened_by(thread.second, _hand_in(thread, enrolment, W3))
    scoring.decline(declined, reason=thread.canary.text(), actor_id=thread.second.person_id)


def _on_agenda(thread: Thread, enrolment: Enrolment) -> None:
    for code in (W1, W2, W3):
        submission = _hand_in(thread, enrolment, code)
        for assessor in thread.assessors:
            signed_by(assessor, submission, words=thread.canary.line())
    db.session.flush()
    board.put_on_agenda([enrolment.id], meeting_on=today() + timedelta(days=7), actor=_board_member(thread))


def _postponed(thread: Thread, enrolment: Enrolment) -> None:
    _on_agenda(thread, enrolment)
    row = _round(enrolment)
    board.postpone(
        row.id, meeting_on=today() + timedelta(days=14), reason=thread.canary.text(), seen=row.version,
        actor=_board_member(thread),
    )  # fmt: skip


def _determined(thread: Thread, enrolment: Enrolment) -> None:
    _on_agenda(thread, enrolment)
    row = _round(enrolment)
    board.determine(row.id, reason=thread.canary.text(), seen=row.version, actor=_board_member(thread))


def _announced(thread: Thread, enrolment: Enrolment) -> None:
    _determined(thread, enrolment)
    board.announce([_round(enrolment).id], actor=_board_member(thread))
    a_certificate(enrolment, thread)


def _revoked(thread: Thread, enrolment: Enrolment) -> None:
    _determined(thread, enrolment)
    board.announce([_round(enrolment).id], actor=_board_member(thread))
    a_certificate(enrolment, thread, revoked=True)


BUILDERS = {
    "learning": _learning,
    "paused": _paused,
    "withdrawn": _withdrawn,
    "handed_in": _handed_in,
    "comparing": _comparing,
    "on_agenda": _on_agenda,
    "postponed": _postponed,
    "determined": _determined,
    "announced": _announced,
    "revoked": _revoked,
}


def _hand_in(thread: Thread, enrolment: Enrolment, work_process: str) -> Submission:
    keuzedeel = the_keuzedeel()
    made = submit(
        HandIn(
            enrolment=enrolment,
            keuzedeel=keuzedeel,
            work_process=work_process,
            work=frozen_work(enrolment, keuzedeel, work_process),
            hours={work_process: 1200},
            declaration=Declaration("Dit werk is van mij.", used_ai=True, ai_use=thread.canary.text()),
            arrived=now(),
        ),
        submission=None,
        actor_id=student_of(enrolment).person_id,
        address=f"{thread.canary.word}@voorbeeld.test",
    )
    db.session.flush()
    return made


def _differing(thread: Thread, enrolment: Enrolment, work_process: str) -> Submission:
    submission = _hand_in(thread, enrolment, work_process)
    first, second = thread.assessors
    signed_by(first, submission, words=thread.canary.line())
    signed_by(second, submission, dict.fromkeys(_codes(work_process)[:2], "G"), words=thread.canary.line())
    return submission


def _propose(thread: Thread, submission: Submission) -> None:
    row = Row(_codes(submission.work_process)[0], "G", thread.canary.text())
    second = thread.second
    agreement.propose(
        agreement_of(submission),
        submission,
        row=row,
        seen=0,
        assessor_id=second.id,
        actor_id=second.person_id,
    )


def _round(enrolment: Enrolment) -> board.Determination:
    db.session.flush()
    return board.queries.rounds_of(enrolment.id)[0]


def _board_member(thread: Thread) -> board.Actor:
    return as_actor(thread.staff[Role.BOARD_MEMBER], Role.BOARD_MEMBER)


def _codes(work_process: str) -> list[str]:
    return [each.id for each in the_keuzedeel().criteria(work_process)]
