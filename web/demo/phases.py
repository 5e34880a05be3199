"""How far each student is: one small function per phase, by the name that stands with the student."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from enrolment.deadlines.actions import extend
from enrolment.deadlines.queries import deadlines_of
from enrolment.students.actions import take_step
from enrolment.workflow import EnrolmentAct
from web.demo import deciding, judging, learning
from web.demo.calendar import at, day_of, days_later, working_day
from web.demo.dossiers import Period, Writer, write
from web.demo.people import Student, arrive, codes

PIECES = {"W1": "wijkanalyse", "W2": "verbinden", "W3": "aanpak"}
RUNNING_WEEKS = {"D1-K1": (1, 9), "D1-K1-W1": (2, 9), "D1-K1-W2": (5, 9), "D1-K1-W3": (8, 9)}
ENDING_WEEKS = {"D1-K1": (1, 31), "D1-K1-W1": (1, 12), "D1-K1-W2": (9, 22), "D1-K1-W3": (19, 32)}
HAND_IN = {"W1": 12, "W2": 22, "W3": 32}
LATE = 37
FIRST_MEETING, SECOND_MEETING, NEXT_MEETING = 36, 39, 41
EXTRA_DAYS = 10
LATE_START = "De stage begon vijf weken later dan gepland."


def play(student: Student) -> None:
    """Tell the life of a student up to the phase that stands with them."""
    PHASES[student.data.phase](student)


def _invited(student: Student) -> None:
    """Do nothing: the invitation has been sent."""


def _reading_lessons(student: Student) -> None:
    _studies(student, student.calendar.before(1))
    write(_writer(student), "wijkanalyse", part=0.12)


def _in_the_middle(student: Student) -> None:
    _studies(student, student.calendar.before(1))
    judging.gets_assessors(student, student.calendar.before(8))
    writer = _writer(student)
    for piece in PIECES.values():
        write(writer, piece)
    question = "Je schrijft hier ruim drie uur bij op. Wat deed je in die tijd?"
    learning.is_asked(student, student.calendar.before(2), question)


def _on_track(student: Student) -> None:
    _studies(student, student.calendar.before(1))
    judging.gets_assessors(student, student.calendar.before(8))
    write(_writer(student), "wijkanalyse", part=0.75)


def _stuck(student: Student) -> None:
    _studies(student, student.calendar.before(17))
    write(_writer(student, until=student.calendar.before(17)), "wijkanalyse", part=0.06)


def _with_extension(student: Student) -> None:
    _studies(student, student.calendar.before(2))
    judging.gets_assessors(student, student.calendar.before(8))
    write(_writer(student), "wijkanalyse", part=0.3)
    student.tell(
        at(student.calendar.before(3), 11, 5), lambda: _extend(student, "W1", EXTRA_DAYS, student.data.note)
    )


def _paused(student: Student) -> None:
    day = student.calendar.before(12)
    _studies(student, working_day(day))
    write(_writer(student, until=day), "wijkanalyse", part=0.45)
    student.tell(at(day, 15, 30), lambda: _step(student, EnrolmentAct.PAUSE))


def _withdrawn(student: Student) -> None:
    day = student.calendar.before(15)
    _studies(student, day)
    student.tell(at(day, 15, 40), lambda: _step(student, EnrolmentAct.WITHDRAW))


def _handed_in(student: Student) -> None:
    _finishes_first(student, student.calendar.before(1))


def _in_assessment(student: Student) -> None:
    writer = _finishes_first(student, student.calendar.before(6))
    judging.is_half_judged(writer, "W1", student.calendar.before(3))


def _one_signed(student: Student) -> None:
    writer = _finishes_first(student, student.calendar.before(8))
    judging.is_signed_by_first(writer, "W1", student.calendar.before(5), student.calendar.before(2))


def _returned(student: Student) -> None:
    writer = _finishes_first(student, student.calendar.before(7))
    judging.is_returned(writer, "W1", student.calendar.before(4))


def _in_discussion(student: Student) -> None:
    _finishes(student, late=True)
    judging.talk_begins(student, "W3", _week(student, 39, 3))


def _third_assessor(student: Student) -> None:
    writer = _finishes(student, late=True)
    judging.calls_third(writer, "W3", _week(student, 39, 2))


def _ready_for_agenda(student: Student) -> None:
    _finishes(student, late=True)


def _on_agenda(student: Student) -> None:
    _finishes(student)
    deciding.comes_on_agenda(student, _week(student, 39, 4), _week(student, NEXT_MEETING))


def _postponed(student: Student) -> None:
    _first_meeting(student)
    deciding.is_postponed(student, _week(student, FIRST_MEETING), _week(student, NEXT_MEETING + 2))


def _referred_back(student: Student) -> None:
    _second_meeting(student)
    deciding.is_referred_back(student, _week(student, SECOND_MEETING), "W3")


def _determined(student: Student) -> None:
    _second_meeting(student)
    deciding.is_determined(student, _week(student, SECOND_MEETING))


def _announced(student: Student) -> None:
    _determined(student)
    deciding.is_announced(student, _week(student, SECOND_MEETING, 4))


def _insufficient(student: Student) -> None:
    _first_meeting(student)
    deciding.is_determined(student, _week(student, FIRST_MEETING))
    deciding.is_announced(student, _week(student, FIRST_MEETING, 4))


def _issued(student: Student) -> None:
    _insufficient(student)
    deciding.is_issued(student, _week(student, 37, 1))


def _revoked(student: Student) -> None:
    _issued(student)
    deciding.is_revoked(student, _week(student, 39, 2))


def _replaced(student: Student) -> None:
    _issued(student)
    deciding.is_replaced(student, _week(student, 38, 3))


PHASES: dict[str, Callable[[Student], None]] = {
    "invited": _invited,
    "reading_lessons": _reading_lessons,
    "in_the_middle": _in_the_middle,
    "on_track": _on_track,
    "stuck": _stuck,
    "with_extension": _with_extension,
    "paused": _paused,
    "withdrawn": _withdrawn,
    "handed_in": _handed_in,
    "in_assessment": _in_assessment,
    "one_signed": _one_signed,
    "returned": _returned,
    "in_discussion": _in_discussion,
    "third_assessor": _third_assessor,
    "ready_for_agenda": _ready_for_agenda,
    "on_agenda": _on_agenda,
    "postponed": _postponed,
    "referred_back": _referred_back,
    "determined": _determined,
    "announced": _announced,
    "insufficient": _insufficient,
    "issued": _issued,
    "revoked": _revoked,
    "replaced": _replaced,
}


def _studies(student: Student, until: date) -> None:
    """Arrive, follow lessons, log hours, hear the coach: what every student of the running group does."""
    start = student.starts_on
    student.tell(at(start, 10, 15), lambda: arrive(student.stage, student.key))
    learning.reads(student, until)
    learning.logs(student, RUNNING_WEEKS, until)
    learning.is_confirmed(student, [day_of(start, 5, 0), day_of(start, 9, 0)])
    learning.hears(student)
    learning.comes_back(student, learning.every(day_of(start, 2, 1), until, days=6))


def _finishes_first(student: Student, day: date) -> Writer:
    """Study and hand in the first work process on this day."""
    _studies(student, student.calendar.before(1))
    judging.gets_assessors(student, student.calendar.before(9))
    writer = _writer(student, until=day)
    write(writer, "wijkanalyse")
    judging.hands_in(student, "W1", day)
    return writer


def _finishes(student: Student, *, late: bool = False) -> Writer:
    """Do the whole programme in the group that ends: three pieces handed in, judged by two assessors each."""
    start, until = student.starts_on, _week(student, 32)
    student.tell(at(start, 10, 15), lambda: arrive(student.stage, student.key))
    learning.reads(student, until)
    learning.logs(student, ENDING_WEEKS, until)
    learning.is_confirmed(student, learning.every(day_of(start, 5, 0), day_of(start, 34, 0), days=28))
    learning.comes_back(student, learning.every(day_of(start, 2, 1), until, days=24))
    judging.gets_assessors(student, day_of(start, 10, 1))
    if late:
        student.tell(at(day_of(start, 30), 11, 10), lambda: _extend(student, "W3", 30, LATE_START))
    ends = {code: _handed(student, code, late=late) for code in HAND_IN}
    writer = Writer(student, _ending_periods(student, ends))
    for code, piece in PIECES.items():
        write(writer, piece)
        judging.hands_in(student, code, ends[code])
        judging.is_judged(writer, code, ends[code])
    return writer


def _first_meeting(student: Student) -> None:
    _finishes(student)
    deciding.comes_on_agenda(student, _week(student, FIRST_MEETING - 1, 4), _week(student, FIRST_MEETING))


def _second_meeting(student: Student) -> None:
    _finishes(student)
    deciding.comes_on_agenda(student, _week(student, SECOND_MEETING - 1, 4), _week(student, SECOND_MEETING))


def _handed(student: Student, code: str, *, late: bool = False) -> date:
    """Give the day of handing in: not the same for everybody."""
    weekday = len(student.data.name) % 4
    return _week(student, LATE if late and code == "W3" else HAND_IN[code], weekday)


def _week(student: Student, week: int, weekday: int = 3) -> date:
    return day_of(student.starts_on, week, weekday)


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


def _ending_periods(student: Student, ends: dict[str, date]) -> dict[str, Period]:
    starts = {"W1": 2, "W2": 10, "W3": 20}
    return {piece: (_week(student, starts[code], 0), ends[code]) for code, piece in PIECES.items()}


def _extend(student: Student, code: str, days: int, reason: str) -> None:
    admin, enrolment = student.stage.admin, student.enrolment
    deadline = deadlines_of(enrolment.cohort_id)[codes()[code]]
    extend(
        [enrolment],
        codes()[code],
        until=at(days_later(deadline.date(), days), 23, 59),
        reason=reason,
        granted_by_id=admin.id,
        actor_id=admin.person_id,
    )


def _step(student: Student, act: EnrolmentAct) -> None:
    take_step(student.enrolment, act, actor_id=student.stage.admin.person_id, reason=student.data.note)
