"""A student at study: lessons, hours, and what the coach says and confirms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from course.feedback import actions as feedback
from course.feedback.models import Feedback
from course.hours import actions as hours
from course.hours.actions import Draft
from course.hours.models import HourEntry
from course.hours.queries import for_the_student, to_confirm
from course.hours.rules import Span
from course.hours.workflow import HourState
from course.progress.studying import begin_lesson, finish_assignment, finish_lesson
from enrolment.catalogue import keuzedeel
from web.demo import data, noting, testing
from web.demo.calendar import WEEK, at, day_of, working_day
from web.demo.data import ReactionData
from web.demo.people import D1, Student, visit
from web.demo.reading import reads_on

LONGEST, USUAL, A_DAY = 5.0, 3.5, 8 * 60
WEEKDAYS = (1, 3, 0, 4, 2)
LESSON_WEEKS = (1, 2, 3, 4, 5, 12, 22, 30)
ORDER = ("welkom", "jouw-plek", "meldcode", "eerste-stap", "sociale-kaart", "van-praten-naar-afspreken",
         "terugkijken-met-starr", "bewijs-kiezen")  # fmt: skip


@dataclass(frozen=True)
class Logged:
    """One line of hours."""

    day: date
    minutes: int
    code: str
    description: str


def reads(student: Student, until: date) -> None:
    """Let a student follow the lessons; the time of the last one waits to be taken over."""
    weeks = range(1, student.data.lessons + 1) if until < day_of(student.starts_on, 12) else LESSON_WEEKS
    for number, week in zip(range(student.data.lessons), weeks, strict=False):
        day = min(day_of(student.starts_on, week, 2), working_day(until))
        lesson = keuzedeel(D1).lesson(ORDER[number])
        takes_over = number < student.data.lessons - 1 or student.data.lessons == len(ORDER)
        student.tell(at(day, 16, number), lambda each=lesson: begin_lesson(student.enrolment, each))
        student.tell(
            at(day, 16, lesson.minutes + number), lambda each=lesson: finish_lesson(student.enrolment, each)
        )
        student.tell(
            at(day, 16, lesson.minutes + number + 1), lambda each=lesson: testing.answers(student, each)
        )
        student.tell(
            at(day, 16, lesson.minutes + number + 2), lambda each=lesson: noting.writes_note(student, each)
        )
        if takes_over:
            student.tell(at(day, 17, number), lambda: _take_over(student))
    besides = ORDER[: student.data.lessons]
    student.tell(at(working_day(until), 21), lambda: reads_on(student, until, besides=besides))


def does_assignments(student: Student, until: date) -> None:
    """Let a student tick off the first assignments; their hours wait to be taken over."""
    course = keuzedeel(D1)
    for number, assignment in enumerate(course.assignments[: student.data.lessons // 3]):
        student.tell(
            at(working_day(until), 14, 5 + number),
            lambda each=assignment: finish_assignment(student.enrolment, course, each),
        )


def logs(student: Student, weeks: dict[str, tuple[int, int]], until: date) -> None:
    """Let a student write down the hours, each on the day itself."""
    for number, line in enumerate(_lines(student, weeks, until)):
        student.tell(at(line.day, 20, 10 + number % 40), lambda each=line: _log(student, each))


def is_confirmed(student: Student, days: Sequence[date]) -> None:
    """Let the coach confirm on these days what was logged until a week before."""
    for day in days:
        student.tell(at(working_day(day), 11, 20), lambda each=day: _confirm(student, each - WEEK))


def is_asked(student: Student, day: date, question: str) -> None:
    """Let the coach ask about the newest hours."""
    student.tell(at(day, 11, 40), lambda: _ask(student, question))


def hears(student: Student) -> None:
    """Let the coach react on the work; what was handled was so the day after."""
    for number, reaction in enumerate(student.data.reactions):
        given: list[Feedback] = []
        day = student.calendar.before(reaction.day)
        student.tell(at(day, 13, 10 + number), lambda one=reaction, to=given: to.append(_react(student, one)))
        if reaction.handled:
            soon = at(student.calendar.before(reaction.day - 1), 9, 40)
            student.tell(soon, lambda of=given: feedback.handle(of[0]))


def comes_back(student: Student, days: Sequence[date]) -> None:
    """Let a student sign in now and then."""
    for day in days:
        own = sum(student.data.number.encode()) * 37 % 590
        student.tell(at(working_day(day), 8, own), lambda: visit(student.stage, student.key))


def _take_over(student: Student) -> None:
    for entry in for_the_student(student.enrolment):
        if entry.state is not HourState.PROPOSED:
            continue
        hours.accept(student.enrolment, entry, version=entry.version)


def _log(student: Student, line: Logged) -> None:
    hours.log(student.enrolment, Draft(Span(line.day, line.minutes), line.code, line.description))


def _confirm(student: Student, until: date) -> None:
    entries = [each for each in to_confirm(student.enrolment) if each.day <= until]
    if entries:
        seen = {each.id: each.version for each in entries}
        coach = student.stage.actor(student.data.coach)
        hours.confirm(student.enrolment, entries, seen=seen, coach=coach)


def _ask(student: Student, question: str) -> None:
    entry: HourEntry = to_confirm(student.enrolment)[-1]
    hours.ask(entry, question=question, version=entry.version, coach=student.stage.actor(student.data.coach))


def _react(student: Student, reaction: ReactionData) -> Feedback:
    return feedback.give(
        student.enrolment,
        work_process=keuzedeel(D1).qualification.work_process_of(reaction.criterion).code,
        criterion=reaction.criterion,
        body=reaction.body,
        coach=student.stage.actor(student.data.coach),
    )


def _lines(student: Student, weeks: dict[str, tuple[int, int]], until: date) -> Iterator[Logged]:
    """Cut the hours of each week in pieces of at most five hours, on days that have room."""
    spent: Counter[date] = Counter()
    for code, planned in student.data.hours.items():
        texts, number = data.hours().descriptions[code], len(student.key) * 5
        for week, amount in _per_week(planned, weeks[code]):
            for piece, length in enumerate(_pieces(amount)):
                weekday = WEEKDAYS[(piece + week + sum(code.encode())) % 5]
                day = _day_with_room(min(day_of(student.starts_on, week, weekday), until), length, spent)
                spent[day] += round(length * 60)
                yield Logged(day, round(length * 60), code, texts[number % len(texts)])
                number += 1


def _day_with_room(day: date, length: float, spent: Counter[date]) -> date:
    """Give this working day, or the one before it on which these hours still fit."""
    while day != working_day(day) or spent[day] + length * 60 > A_DAY:
        day -= timedelta(days=1)
    return day


def _per_week(planned: float | tuple[float, ...], weeks: tuple[int, int]) -> Iterator[tuple[int, float]]:
    """Give the hours per week: as they stand there, or spread in half hours over some of the weeks."""
    if isinstance(planned, tuple):
        yield from ((week, amount) for week, amount in enumerate(planned, start=1) if amount)
        return
    first, last = weeks
    halves, span = round(planned * 2), last - first + 1
    count = min(span, max(1, int(planned / USUAL)))
    for number in range(count):
        amount = halves * (number + 1) // count - halves * number // count
        yield first + number * span // count, amount / 2


def _pieces(amount: float) -> list[float]:
    count = max(1, int(-(-amount // LONGEST)))
    halves = round(amount * 2)
    return [(halves * (each + 1) // count - halves * each // count) / 2 for each in range(count)]
