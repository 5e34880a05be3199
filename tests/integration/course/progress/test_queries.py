"""What the student's home asks about lessons."""

from __future__ import annotations

from course.progress.queries import next_lesson
from enrolment.catalogue import keuzedeel
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.learning import a_lesson_read
from tests.factories.people import a_school


def test_the_lesson_to_go_on_with_is_one_statement(app, counting) -> None:
    school = a_school()
    enrolment = an_enrolment(a_cohort(school), school)
    a_lesson_read(enrolment, "meldcode")
    a_lesson_read(enrolment, "sociale-kaart", done=False)
    a_lesson_read(an_enrolment(a_cohort(school), school), "welkom")
    with counting() as statements:
        following = next_lesson(enrolment.id, keuzedeel(D1), "student")
    assert len(statements) == 1
    assert following is not None
    assert following.slug == "sociale-kaart"


def test_the_first_lesson_comes_first(app) -> None:
    school = a_school()
    enrolment = an_enrolment(a_cohort(school), school)
    course = keuzedeel(D1)
    assert next_lesson(enrolment.id, course, "zij_instromer") is course.lessons[0]
