"""What the pages of a coach show, put together from the queries and the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from content.keuzedeel import Keuzedeel
from content.qualification import WorkProcess
from course.coaching import queries
from course.coaching.rules import Reason, Standing, reasons
from course.hours.models import HourEntry
from course.hours.queries import balance_of_many
from course.hours.rules import Balance
from course.hours.weeks import Week, week_of
from course.offering.queries import course_for
from course.portfolio.queries import coverage_of_many
from course.portfolio.rules import Coverage
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from enrolment.progress import submission_states
from enrolment.rules import WITH_ASSESSORS
from enrolment.workflow import EnrolmentState
from foundation.clock import local, today


@dataclass(frozen=True)
class StudentLine:
    """A student in the list, with why they may be stuck."""

    enrolment: Enrolment
    standing: Standing
    reasons: tuple[Reason, ...]
    numbers: dict[str, int]


@dataclass(frozen=True)
class WeekToConfirm:
    """The entries of one week that wait for the coach."""

    week: Week
    entries: tuple[HourEntry, ...]

    @property
    def minutes(self) -> int:
        """Add the week up."""
        return sum(each.minutes for each in self.entries)

    @property
    def seen(self) -> str:
        """Write down which versions are shown, so that only these are confirmed."""
        return ",".join(f"{each.id}:{each.version}" for each in self.entries)


def student_lines(enrolments: Sequence[Enrolment]) -> list[StudentLine]:
    """Say of each student where they stand; how many statements does not depend on how many students."""
    known = _known_of(enrolments)
    return [_line(each, known) for each in enrolments]


def by_week(entries: Sequence[HourEntry]) -> list[WeekToConfirm]:
    """Put entries together per week."""
    grouped = groupby(entries, key=lambda each: week_of(each.day))
    return [WeekToConfirm(week, tuple(each)) for week, each in grouped]


def numbers_of(course: Keuzedeel) -> dict[str, int]:
    """Give the number of each work process by its code."""
    return {each.code: each.number for each in course.qualification.work_processes}


@dataclass(frozen=True)
class _Known:
    """What the database knows of a page of students."""

    balances: Mapping[UUID, Balance]
    active: Mapping[UUID, date]
    coverages: Mapping[UUID, Coverage]
    deadlines: Mapping[UUID, Mapping[str, datetime]]
    submissions: Mapping[UUID, Mapping[str, str]]
    to_confirm: Mapping[UUID, int]


def _known_of(enrolments: Sequence[Enrolment]) -> _Known:
    ids, states = [each.id for each in enrolments], submission_states()
    return _Known(
        balances=balance_of_many(ids),
        active=queries.last_active(ids),
        coverages=_coverages(enrolments),
        deadlines=queries.deadlines_of(enrolments),
        submissions=states.for_enrolments(ids) if states else {},
        to_confirm=queries.minutes_to_confirm(ids),
    )


def _coverages(enrolments: Sequence[Enrolment]) -> dict[UUID, Coverage]:
    """One statement per keuzedeel on the page, which is nearly always one."""
    found: dict[UUID, Coverage] = {}
    for slug in {each.cohort.keuzedeel for each in enrolments}:
        ids = [each.id for each in enrolments if each.cohort.keuzedeel == slug]
        found.update(coverage_of_many(ids, keuzedeel(slug)))
    return found


def _line(enrolment: Enrolment, known: _Known) -> StudentLine:
    course, coverage = course_for(enrolment), known.coverages[enrolment.id]
    states = known.submissions.get(enrolment.id, {})
    deadlines = known.deadlines.get(enrolment.id, {})
    standing = Standing(
        starts_on=enrolment.cohort.starts_on,
        ends_on=enrolment.cohort.ends_on,
        last_active=known.active.get(enrolment.id),
        minutes=known.balances.get(enrolment.id, Balance()).counted,
        norm=course.programme.total(enrolment.route.value) * 60,
        deadlines={
            code: local(at).date() for code, at in deadlines.items() if states.get(code) not in WITH_ASSESSORS
        },
        coverage={each.code: _covered(each, coverage) for each in course.qualification.work_processes},
        to_confirm=known.to_confirm.get(enrolment.id, 0),
        all_handed_in=all(
            states.get(each.code) in WITH_ASSESSORS for each in course.qualification.work_processes
        ),
        is_paused=enrolment.state is EnrolmentState.PAUSED,
    )
    return StudentLine(enrolment, standing, tuple(reasons(standing, today=today())), numbers_of(course))


def _covered(process: WorkProcess, coverage: Coverage) -> tuple[int, int]:
    codes = [each.id for each in process.behaviours]
    return len(codes) - len(coverage.without(codes)), len(codes)
