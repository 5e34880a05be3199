"""A student who sends the same thing twice in one moment has it once."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from flask import g

from accounts.schools.models import Role
from content.nodes import Choice
from course.following import followed_now
from course.progress.actions import begin
from course.progress.models import LessonProgress
from course.selftest.actions import keep_answer
from course.selftest.models import Attempt
from course.selftest.policy import PRACTISE
from course.selftest.queries import attempts_at
from foundation.database import db
from tests.factories.assessments import acting, the_keuzedeel
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school
from tests.integration.assessment.at_once import all_at_once, an_app_of_its_own


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request, tmp_path_factory):
    yield from an_app_of_its_own(request.param, tmp_path_factory.mktemp(f"answers-{request.param}"))


@pytest.fixture
def who(own_app):
    school = a_school()
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    found = acting(student)
    db.session.commit()
    db.session.remove()
    return found


def count(model) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(model))


def test_one_answer_sent_three_times_is_kept_once(own_app, who) -> None:
    lesson = the_keuzedeel().lesson("meldcode")
    question = next(each for each in lesson.questions if isinstance(each, Choice))

    def answer() -> None:
        with own_app.test_request_context(method="POST"):
            g.actor = who
            enrolment = followed_now(PRACTISE)
            earlier = attempts_at(enrolment.id, lesson.slug, question.id).get(question.id, [])
            keep_answer(enrolment, lesson.slug, question, given={"answer": "1"}, earlier=earlier)
            db.session.commit()

    assert all_at_once(own_app, answer, answer, answer) == [None] * 3
    assert count(Attempt) == 1


def test_reading_on_and_ticking_off_at_once_both_happen(own_app, who) -> None:
    def read_on() -> None:
        with own_app.test_request_context(method="POST"):
            g.actor = who
            begin(followed_now(PRACTISE), lesson="meldcode")
            db.session.commit()

    assert all_at_once(own_app, read_on, read_on, read_on) == [None] * 3
    assert count(LessonProgress) == 1
