"""Every reader sees the course as the own school offers it, and nobody that of another school."""

from __future__ import annotations

import pytest

from course.offering.queries import course_of
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.offering import a_plan, an_edition, an_own_lesson
from tests.factories.people import a_school


@pytest.fixture
def student(client: Client, school):
    enrolment = an_enrolment(a_cohort(school), school)
    client.sign_in(enrolment.student)
    return enrolment


def test_a_school_without_an_edition_offers_the_catalogue_itself(school, client, student) -> None:
    assert course_of(school.id, D1) is the_keuzedeel()


def test_a_student_reads_the_own_lesson_of_the_school(client: Client, school, student) -> None:
    an_own_lesson(school, "onze-markt")
    an_edition(school, a_plan(the_keuzedeel(), own={"onze-markt": 1}))
    assert "/programma/lessen/onze-markt" in client.get("/programma").text
    page = client.get("/programma/lessen/onze-markt").text
    assert "Onze wijk is niet die van een ander." in page
    assert "Tel mee" in page


def test_another_school_never_meets_it(client: Client, school, student) -> None:
    other = a_school()
    an_own_lesson(other, "onze-markt")
    an_edition(other, a_plan(the_keuzedeel(), off=("meldcode",), own={"onze-markt": 1}))
    page = client.get("/programma").text
    assert "onze-markt" not in page
    assert "/programma/lessen/meldcode" in page
    assert client.get("/programma/lessen/onze-markt").status_code == 404


def test_an_own_lesson_proposes_its_hours(client: Client, school, student) -> None:
    an_own_lesson(school, "onze-markt")
    an_edition(school, a_plan(the_keuzedeel(), own={"onze-markt": 1}))
    assert client.post("/programma/lessen/onze-markt/klaar").status_code == 303
    assert "Onze eigen wijk" in client.get("/uren").text


@pytest.mark.parametrize("path", ["/", "/programma", "/programma/lessen/meldcode", "/uren"])
def test_an_edition_costs_a_reader_nothing(client: Client, school, student, counting, path: str) -> None:
    client.get(path)
    with counting() as before:
        client.get(path)
    an_edition(school, a_plan(the_keuzedeel(), off=("welkom",)))
    client.get(path)
    with counting() as after:
        client.get(path)
    assert len(after) == len(before)
