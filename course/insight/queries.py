"""Read what a group reads and how its questions go; one statement each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, selectinload

from accounts.schools.models import Membership
from course.insight.group import Group, Member
from course.insight.rules import FirstAnswers
from course.progress.models import LessonProgress
from course.selftest.models import Attempt
from course.selftest.outcomes import JUDGED, Outcome
from enrolment.deadlines.periods import read_periods
from enrolment.models import Cohort, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.database import db

AT_WORK = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED)


def group_of(school_id: UUID, cohort_id: UUID) -> Group | None:
    """Give a cohort of this school with its students; three statements."""
    found = sa.select(Cohort).where(Cohort.school_id == school_id, Cohort.id == cohort_id)
    cohort = db.session.scalars(found).one_or_none()
    if cohort is None:
        return None
    students = (
        sa.select(Enrolment)
        .join(Enrolment.student)
        .where(
            Enrolment.school_id == school_id, Enrolment.cohort_id == cohort.id, Enrolment.state.in_(AT_WORK)
        )
        .options(contains_eager(Enrolment.student), selectinload(Enrolment.coachings))
        .order_by(Membership.name, Enrolment.id)
    )
    members = tuple(_member(each) for each in db.session.scalars(students))
    periods = read_periods(cohort.periods)
    return Group(cohort.id, cohort.school_id, cohort.name, cohort.keuzedeel, members, periods)


def readers_of(group: Group) -> Mapping[str, tuple[int, int]]:
    """Give per lesson how many students opened it, and how many finished."""
    counted = (
        sa.select(LessonProgress.lesson, sa.func.count(), sa.func.count(LessonProgress.done_at))
        .where(*_of(group, LessonProgress))
        .group_by(LessonProgress.lesson)
    )
    return {lesson: (opened, done) for lesson, opened, done in db.session.execute(counted)}


def reading_of(group: Group, lesson: str) -> tuple[set[UUID], set[UUID]]:
    """Give who opened a lesson, and who finished it."""
    found = sa.select(LessonProgress.enrolment_id, LessonProgress.done_at).where(
        *_of(group, LessonProgress), LessonProgress.lesson == lesson
    )
    rows = db.session.execute(found).all()
    return {row.enrolment_id for row in rows}, {row.enrolment_id for row in rows if row.done_at}


def first_answers(group: Group, document: str = "") -> Mapping[str, Mapping[str, FirstAnswers]]:
    """Give per document and question how the first answers went."""
    first = _first_answers(group, document).subquery()
    counted = sa.select(
        first.c.document,
        first.c.question_key,
        sa.func.count(),
        sa.func.count().filter(first.c.outcome == Outcome.WRONG),
    ).where(first.c.place == 1)
    found: dict[str, dict[str, FirstAnswers]] = defaultdict(dict)
    for slug, key, answered, wrong in db.session.execute(
        counted.group_by(first.c.document, first.c.question_key)
    ):
        found[slug][key] = FirstAnswers(answered, wrong)
    return found


def _first_answers(group: Group, document: str) -> sa.Select[tuple[str, str, Outcome, int]]:
    own = (Attempt.enrolment_id, Attempt.document, Attempt.question_key)
    place = sa.func.row_number().over(partition_by=own, order_by=(Attempt.created_at, Attempt.id))
    judged = sa.select(Attempt.document, Attempt.question_key, Attempt.outcome, place.label("place")).where(
        *_of(group, Attempt), Attempt.outcome.in_(JUDGED)
    )
    return judged.where(Attempt.document == document) if document else judged


def _of(group: Group, model: type[LessonProgress] | type[Attempt]) -> tuple[sa.ColumnElement[bool], ...]:
    ids = [each.enrolment_id for each in group.members]
    return model.school_id == group.school_id, model.enrolment_id.in_(ids)


def _member(enrolment: Enrolment) -> Member:
    coaches = frozenset(each.coach_id for each in enrolment.coachings if each.ended_at is None)
    return Member(enrolment.id, enrolment.student.name, coaches)
