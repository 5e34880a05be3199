"""Everything the home of a student shows, read once into one frozen view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.policy.actor import Actor
from assessment.determination.queries import is_announced
from assessment.submissions.queries import Status, states
from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.programme import Module
from content.work_form import WorkSection
from course.feedback.models import Feedback
from course.feedback.queries import latest
from course.hours.queries import balance
from course.hours.rules import Balance
from course.offering.queries import course_for
from course.portfolio.queries import coverage
from course.portfolio.rules import Coverage
from course.progress.assignments import Study, study_of
from course.progress.places import Place, place_in
from course.progress.rules import continue_with, lessons_on
from course.selftest.repeating import due_now
from course.workbench.queries import next_section
from course.workbench.reading import Progress
from enrolment.deadlines.periods import Period, read_periods
from enrolment.models import Enrolment
from enrolment.queries import deadlines_for, own_enrolment
from foundation.clock import now, today
from web.home.rules import Standing, Step, StepKind, next_step
from web.wheel import Part, SpokeState, Wheel, draw

REACTIONS = 2


@dataclass(frozen=True)
class StudentHome:
    """The home of one student."""

    enrolment: Enrolment
    keuzedeel: Keuzedeel
    step: Step
    section: tuple[WorkSection, Progress] | None
    lesson: Lesson | None
    place: Place | None
    has_read: bool
    wheel: Wheel
    standings: Sequence[Standing]
    criteria_ready: int
    feedback: Sequence[Feedback]
    due: int
    assignments_done: int
    next_assignment: Assignment | None

    @property
    def deadlines(self) -> Sequence[Standing]:
        """Give the dates to come of work that is still open, soonest first."""
        coming = [each for each in self.standings if each.is_open and each.deadline]
        return sorted(coming, key=lambda each: (each.deadline or now(), each.number))

    @property
    def this_week(self) -> Sequence[tuple[Module, Period]]:
        """Give the modules that the group works on today, each with its days."""
        periods = read_periods(self.enrolment.cohort.periods)
        found = ((each, periods.get(each.code, Period())) for each in self.keuzedeel.programme.modules)
        return [(module, period) for module, period in found if period.holds(today())]

    @property
    def is_decided(self) -> bool:
        """Tell whether the result is there: then nothing is left to practise for."""
        return self.step.kind is StepKind.READ_RESULT


def student_home(actor: Actor) -> StudentHome | None:
    """Read the home of the actor; None when there is no enrolment."""
    enrolment = own_enrolment(actor)
    if enrolment is None:
        return None
    subject = course_for(enrolment)
    covered, hours = coverage(enrolment.id, subject), balance(enrolment.id)
    standings = _standings(subject, covered, hours, deadlines_for(enrolment), states(enrolment.id))
    study = study_of(enrolment.id)
    lesson = continue_with(lessons_on(subject, enrolment.route), study.lessons)
    step = _step(enrolment, standings, study, lesson)
    to_do = [each for each in subject.assignments if each.slug not in study.assignments]
    return StudentHome(
        enrolment=enrolment,
        keuzedeel=subject,
        step=step,
        section=_section(enrolment, subject, step),
        lesson=lesson,
        place=place_in(lesson, study.lessons.get(lesson.slug)) if lesson else None,
        has_read=bool(study.lessons),
        wheel=_wheel(subject, covered, hours),
        standings=standings,
        criteria_ready=covered.ready,
        feedback=latest(enrolment.id, REACTIONS),
        due=len(due_now(enrolment.id, subject)),
        assignments_done=len(subject.assignments) - len(to_do),
        next_assignment=to_do[0] if to_do else None,
    )


def _step(enrolment: Enrolment, standings: Sequence[Standing], study: Study, lesson: Lesson | None) -> Step:
    return next_step(
        standings,
        now=now(),
        lessons_done=sum(1 for row in study.lessons.values() if row.done_at),
        next_lesson=lesson.slug if lesson else "",
        result_is_ready=is_announced(enrolment),
    )


def _section(enrolment: Enrolment, subject: Keuzedeel, step: Step) -> tuple[WorkSection, Progress] | None:
    """Give the section to go on with, when the next step is to write."""
    if step.kind is not StepKind.COLLECT_EVIDENCE or step.standing is None:
        return None
    return next_section(enrolment, subject, subject.piece(step.standing.code))


def _standings(
    subject: Keuzedeel,
    covered: Coverage,
    hours: Balance,
    deadlines: Mapping[str, datetime],
    submitted: Mapping[str, Status],
) -> list[Standing]:
    found = []
    for work_process in subject.qualification.work_processes:
        codes = [behaviour.id for behaviour in work_process.behaviours]
        found.append(
            Standing(
                code=work_process.code,
                number=work_process.number,
                piece=subject.piece(work_process.code).key,
                title=work_process.short_title,
                ready=len(codes) - len(covered.without(codes)),
                total=len(codes),
                minutes=hours.of(work_process.code).counted,
                deadline=deadlines.get(work_process.code),
                state=submitted[work_process.code].state if work_process.code in submitted else "",
            )
        )
    return found


def _wheel(subject: Keuzedeel, covered: Coverage, hours: Balance) -> Wheel:
    parts = [
        Part(
            work_process.number,
            tuple(SpokeState(each.state.value) for each in covered.of(b.id for b in work_process.behaviours)),
        )
        for work_process in subject.qualification.work_processes
    ]
    return draw(parts, hours=round(hours.counted / 60, 1), norm=subject.qualification.study_load)
