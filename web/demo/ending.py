"""The group that is ending: one function per phase, from differing judgements to a certificate."""

from __future__ import annotations

from datetime import date

from web.demo import deciding, handing_in, judging, learning
from web.demo.calendar import at, day_of, every
from web.demo.dossiers import PIECES, Period, Writer, write
from web.demo.people import Student, arrive
from web.demo.terms import extend_by

WEEKS = {"D1-K1": (1, 31), "D1-K1-W1": (1, 12), "D1-K1-W2": (9, 22), "D1-K1-W3": (19, 32)}
HAND_IN = {"W1": 12, "W2": 22, "W3": 32}
LATE = 37
FIRST_MEETING, SECOND_MEETING, NEXT_MEETING = 36, 39, 41
LATE_START = "De stage begon vijf weken later dan gepland."


def in_discussion(student: Student) -> None:
    """Be judged differently on three rows; the talk has begun."""
    _finishes(student, late=True)
    judging.talk_begins(student, "W3", _week(student, 39, 3))


def third_assessor(student: Student) -> None:
    """Be judged differently on two rows, which a third assessor now decides."""
    writer = _finishes(student, late=True)
    judging.calls_third(writer, "W3", _week(student, 39, 2))


def ready_for_agenda(student: Student) -> None:
    """Be judged; the board has not seen it yet."""
    _finishes(student, late=True)


def on_agenda(student: Student) -> None:
    """Stand on the agenda of next week."""
    _finishes(student)
    deciding.comes_on_agenda(student, _week(student, 39, 4), _week(student, NEXT_MEETING))


def postponed(student: Student) -> None:
    """Be put off by the board to a later meeting."""
    _first_meeting(student)
    deciding.is_postponed(student, _week(student, FIRST_MEETING), _week(student, NEXT_MEETING + 2))


def referred_back(student: Student) -> None:
    """Go back to an assessor with a question of the board."""
    _second_meeting(student)
    deciding.is_referred_back(student, _week(student, SECOND_MEETING), "W3")


def determined(student: Student) -> None:
    """Have a result that nobody outside the board knows."""
    _second_meeting(student)
    deciding.is_determined(student, _week(student, SECOND_MEETING))


def announced(student: Student) -> None:
    """Know the result; the certificate is still to be issued."""
    determined(student)
    deciding.is_announced(student, _week(student, SECOND_MEETING, 4))


def insufficient(student: Student) -> None:
    """Know that it was not enough."""
    _first_meeting(student)
    deciding.is_determined(student, _week(student, FIRST_MEETING))
    deciding.is_announced(student, _week(student, FIRST_MEETING, 4))


def issued(student: Student) -> None:
    """Have a certificate."""
    insufficient(student)
    deciding.is_issued(student, _week(student, 37, 1))


def revoked(student: Student) -> None:
    """Have had a certificate, that was withdrawn."""
    issued(student)
    deciding.is_revoked(student, _week(student, 39, 2))


def replaced(student: Student) -> None:
    """Have a second copy of the certificate."""
    issued(student)
    deciding.is_replaced(student, _week(student, 38, 3))


def _finishes(student: Student, *, late: bool = False) -> Writer:
    """Do the whole programme in the group that ends: three pieces handed in, judged by two assessors each."""
    start, until = student.starts_on, _week(student, 32)
    student.tell(at(start, 10, 15), lambda: arrive(student.stage, student.key))
    learning.reads(student, until)
    learning.logs(student, WEEKS, until)
    learning.is_confirmed(student, every(day_of(start, 5, 0), day_of(start, 34, 0), days=28))
    learning.comes_back(student, every(day_of(start, 2, 1), until, days=24))
    handing_in.gets_assessors(student, day_of(start, 10, 1))
    if late:
        student.tell(at(day_of(start, 30), 11, 10), lambda: extend_by(student, "W3", 30, LATE_START))
    ends = {code: _handed(student, code, late=late) for code in HAND_IN}
    writer = Writer(student, _periods(student, ends))
    for code, piece in PIECES.items():
        write(writer, piece)
        handing_in.hands_in(student, code, ends[code])
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


def _periods(student: Student, ends: dict[str, date]) -> dict[str, Period]:
    starts = {"W1": 2, "W2": 10, "W3": 20}
    return {piece: (_week(student, starts[code], 0), ends[code]) for code, piece in PIECES.items()}
