"""Loading the demo: the schools, their groups, and the story of every student, played by the clock."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import sqlalchemy as sa
from flask_babel import lazy_gettext as _l

from accounts.login.passwords import hash_password
from accounts.schools.actions import make_school
from enrolment.cohorts.actions import CohortDraft, enrol, open_cohort
from enrolment.deadlines.actions import set_deadlines
from enrolment.models import Route, Track
from enrolment.students.actions import assign_coach
from foundation.audit.actions import record
from foundation.audit.acts import Act
from foundation.audit.models import AuditEntry
from foundation.clock import today
from foundation.database import db, new_id
from foundation.transaction import one_transaction
from web.demo import emptying, phases
from web.demo.calendar import Calendar, at, day_of, working_day
from web.demo.data import CohortData, SchoolData, StudentData, people
from web.demo.offering import tell_offering
from web.demo.people import D1, Stage, Student, arrive, codes, is_there, join
from web.demo.story import Story

FILLED = Act("demo.filled", _l("vulde de demoschool"))
SCHOOL_YEAR_BEGINS = 8
LAST_WEEKS = {"W1": 12, "W2": 22, "W3": 32}
NEXT_DEADLINES = {"W1": 5, "W2": 61, "W3": 110}
LATELY = 4


def load() -> bool:
    """Fill the demo; do nothing when it is there. Tell whether it was filled."""
    if _is_filled():
        return False
    if any(is_there(school.slug) for school in people().schools):
        emptying.empty()  # somebody stopped the filling halfway
    story_until(today()).play()
    with one_transaction():
        record(FILLED, ("demo", new_id()), actor_id=None)
    return True


def story_until(day: date) -> Story:
    """Tell all that happens in the demo before a day."""
    story, password_hash = Story(), hash_password(people().password)
    for school in people().schools:
        _tell_school(Stage(school, Calendar(day), story, password_hash))
    return story


def _is_filled() -> bool:
    return db.session.scalar(sa.select(AuditEntry.id).where(AuditEntry.act == FILLED.name)) is not None


def _tell_school(stage: Stage) -> None:
    """Make the school and its staff in the week before the oldest group began."""
    weeks = max(cohort.weeks_ago for cohort in stage.data.cohorts.values()) + 2
    day = stage.calendar.monday(weeks)
    stage.story.tell(at(day, 9), lambda: _make_school(stage, stage.data))
    for number, key in enumerate(stage.data.staff):
        stage.story.tell(at(day, 9, 20 + number), partial(join, stage, key))
        stage.story.tell(at(day, 13, 15 + number), partial(arrive, stage, key))
    tell_offering(stage)
    for key, cohort in stage.data.cohorts.items():
        _tell_cohort(stage, key, cohort)


def _make_school(stage: Stage, data: SchoolData) -> None:
    stage.school = make_school(data.name, data.slug, data.place)


def _tell_cohort(stage: Stage, key: str, cohort: CohortData) -> None:
    start = stage.calendar.monday(cohort.weeks_ago)
    week_before = working_day(start - timedelta(days=4))
    stage.story.tell(at(week_before, 9, 30), lambda: _open(stage, key, cohort, start))
    stage.story.tell(at(week_before, 9, 50), lambda: _set_deadlines(stage, key, cohort, start))
    for number, (name, data) in enumerate(cohort.students.items()):
        day = stage.calendar.before(LATELY) if data.phase == "invited" else week_before
        stage.story.tell(at(day, 10, number), partial(_enrol, stage, key, name, data, start))
        phases.play(Student(stage, name, data, start))


def _open(stage: Stage, key: str, cohort: CohortData, start: date) -> None:
    year = start.year if start.month >= SCHOOL_YEAR_BEGINS else start.year - 1
    draft = CohortDraft(
        name=f"WW-{year % 100:02d}{cohort.letter}",
        track=Track(cohort.track),
        starts_on=start,
        ends_on=day_of(start, cohort.weeks, 4),
    )
    stage.cohorts[key] = open_cohort(
        stage.school.id, keuzedeel=D1, draft=draft, actor_id=stage.admin.person_id
    )


def _set_deadlines(stage: Stage, key: str, cohort: CohortData, start: date) -> None:
    if cohort.weeks_ago > max(LAST_WEEKS.values()):
        moments = {codes()[code]: at(day_of(start, week, 4), 23, 59) for code, week in LAST_WEEKS.items()}
    else:
        moments = {codes()[code]: stage.calendar.deadline_in(days) for code, days in NEXT_DEADLINES.items()}
    set_deadlines(stage.cohorts[key], moments, seen=0, actor_id=stage.admin.person_id)


def _enrol(stage: Stage, cohort: str, key: str, data: StudentData, start: date) -> None:
    """Make a student a member, enrol them and give them a coach."""
    actor_id = stage.admin.person_id
    join(stage, key, data)
    number = f"{start.year}-{data.number[-4:]}"
    made = enrol(
        stage.cohorts[cohort], stage.members[key], number=number, route=Route(data.route), actor_id=actor_id
    )
    stage.enrolments[key] = made.id
    assign_coach([stage.enrolment(key)], stage.members[data.coach], actor_id=actor_id)
