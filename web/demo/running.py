"""The group that is under way: one function per phase, from invited to judged for the first time."""

from __future__ import annotations

from datetime import date

from enrolment.students.actions import take_step
from enrolment.workflow import EnrolmentAct
from web.demo import handing_in, judging, learning
from web.demo.calendar import at, day_of, every, working_day
from web.demo.dossiers import PIECES, Writer, write
from web.demo.people import Student, arrive
from web.demo.terms import extend_by

WEEKS = {"D1-K1": (1, 9), "D1-K1-W1": (2, 9), "D1-K1-W2": (5, 9), "D1-K1-W3": (8, 9)}
EXTRA_DAYS = 10


def invited(student: Student) -> None:
    """Do nothing: the invitation has been sent."""


def reading_lessons(student: Student) -> None:
    """Read lessons; the first lines of work are there."""
    _studies(student, student.calendar.before(1))
    write(_writer(student), "wijkanalyse", part=0.12)


def in_the_middle(student: Student) -> None:
    """Be busy with all three pieces, with a question of the coach about hours."""
    _studies(student, student.calendar.before(1))
    handing_in.gets_assessors(student, student.calendar.before(8))
    writer = _writer(student)
    for piece in PIECES.values():
        write(writer, piece)
    question = "Je schrijft hier veel tijd bij op. Wat deed je precies?"
    learning.is_asked(student, student.calendar.before(2), question)


def on_track(student: Student) -> None:
    """Have three quarters of the first piece."""
    _studies(student, student.calendar.before(1))
    handing_in.gets_assessors(student, student.calendar.before(8))
    write(_writer(student), "wijkanalyse", part=0.75)


def stuck(student: Student) -> None:
    """Stop after a few weeks."""
    _studies(student, student.calendar.before(17))
    write(_writer(student, until=student.calendar.before(17)), "wijkanalyse", part=0.06)


def with_extension(student: Student) -> None:
    """Get more time for the first piece, because of illness."""
    _studies(student, student.calendar.before(2))
    handing_in.gets_assessors(student, student.calendar.before(8))
    write(_writer(student), "wijkanalyse", part=0.3)
    student.tell(
        at(student.calendar.before(3), 11, 5), lambda: extend_by(student, "W1", EXTRA_DAYS, student.data.note)
    )


def paused(student: Student) -> None:
    """Pause, until there is a new place to work."""
    day = student.calendar.before(12)
    _studies(student, working_day(day))
    write(_writer(student, until=day), "wijkanalyse", part=0.45)
    student.tell(at(day, 15, 30), lambda: _step(student, EnrolmentAct.PAUSE))


def withdrawn(student: Student) -> None:
    """Leave."""
    day = student.calendar.before(15)
    _studies(student, day)
    student.tell(at(day, 15, 40), lambda: _step(student, EnrolmentAct.WITHDRAW))


def handed_in(student: Student) -> None:
    """Hand in yesterday: it can still be taken back."""
    _finishes_first(student, student.calendar.before(1))


def in_assessment(student: Student) -> None:
    """Hand in; the first assessor is halfway, the second has not begun."""
    writer = _finishes_first(student, student.calendar.before(6))
    judging.is_half_judged(writer, "W1", student.calendar.before(3))


def one_signed(student: Student) -> None:
    """Hand in; one of the two has signed."""
    writer = _finishes_first(student, student.calendar.before(8))
    judging.is_signed_by_first(writer, "W1", student.calendar.before(5), student.calendar.before(2))


def returned(student: Student) -> None:
    """Hand in too early, and get it back to complete."""
    writer = _finishes_first(student, student.calendar.before(7))
    judging.is_returned(writer, "W1", student.calendar.before(4))


def _studies(student: Student, until: date) -> None:
    """Arrive, follow lessons, log hours, hear the coach: what every student of the running group does."""
    start = student.starts_on
    student.tell(at(start, 10, 15), lambda: arrive(student.stage, student.key))
    learning.reads(student, until)
    learning.does_assignments(student, until)
    learning.logs(student, WEEKS, until)
    learning.is_confirmed(student, [day_of(start, 5, 0), day_of(start, 9, 0)])
    learning.hears(student)
    learning.comes_back(student, every(day_of(start, 2, len(student.key) % 5), until, days=6))


def _finishes_first(student: Student, day: date) -> Writer:
    """Study and hand in the first work process on this day."""
    _studies(student, student.calendar.before(1))
    handing_in.gets_assessors(student, student.calendar.before(9))
    writer = _writer(student, until=day)
    write(writer, "wijkanalyse")
    handing_in.hands_in(student, "W1", day)
    return writer


def _writer(student: Student, until: date | None = None) -> Writer:
    start, last = student.starts_on, until or student.calendar.before(1)
    return Writer(
        student,
        {
            "wijkanalyse": (day_of(start, 2, 0), last),
            "verbinden": (day_of(start, 5, 0), last),
            "aanpak": (day_of(start, 8, 0), last),
        },
    )


def _step(student: Student, act: EnrolmentAct) -> None:
    take_step(student.enrolment, act, actor_id=student.stage.admin.person_id, reason=student.data.note)
