"""Handing in: who will judge the work, and the moment at which it is frozen."""

from __future__ import annotations

from datetime import date

from assessment.submissions import actions as submissions
from assessment.submissions.actions import HandIn
from assessment.submissions.forms import STATEMENT
from assessment.submissions.queries import own_work
from assessment.submissions.snapshots import Declaration
from course.hours.queries import balance
from course.portfolio.freezing import frozen_work
from enrolment.allocation import Seat
from enrolment.assessors.actions import allocate
from enrolment.catalogue import keuzedeel
from enrolment.queries import deadlines_for
from foundation.clock import now
from web.demo.calendar import at
from web.demo.people import D1, Student, codes

AI_USE = (
    "Ik liet een chatbot twee zinnen korter maken. De inhoud is van mij. "
    "De gesprekken heb ik zelf gevoerd en uitgewerkt."
)


def gets_assessors(student: Student, day: date) -> None:
    """Let the administrator allocate two assessors."""
    student.tell(
        at(day, 10, 30), lambda: takes_seats(student, dict(enumerate(student.data.assessors, start=1)))
    )


def hands_in(student: Student, code: str, day: date) -> None:
    """Let a student hand in the work of one work process."""
    student.tell(at(day, 20, 14), lambda: _hand_in(student, codes()[code]))


def takes_seats(student: Student, seats: dict[int, str]) -> None:
    """Let the administrator give these seats to these assessors, now."""
    stage, enrolment = student.stage, student.enrolment
    wanted = {Seat(enrolment.id, seat): stage.members[key] for seat, key in seats.items()}
    admin = stage.admin
    allocate([enrolment], wanted, actor_id=admin.person_id, actor_membership_id=admin.id)


def _hand_in(student: Student, work_process: str) -> None:
    own = own_work(student.stage.actor(student.key), work_process, lock=True)
    if own is None:
        raise LookupError(student.key)
    used_ai = len(student.key) % 3 == 0
    hand_in = HandIn(
        enrolment=own.enrolment,
        keuzedeel=keuzedeel(D1),
        work_process=work_process,
        work=frozen_work(own.enrolment, keuzedeel(D1), work_process),
        hours={code: part.counted for code, part in balance(own.enrolment.id).parts.items()},
        declaration=Declaration(str(STATEMENT), used_ai, AI_USE if used_ai else ""),
        arrived=now(),
        deadline=deadlines_for(own.enrolment).get(work_process),
    )
    submissions.submit(
        hand_in, submission=own.submission, actor_id=student.member.person_id, address=own.address
    )
