"""Who teaches or judges reads the course as students do, without an enrolment."""

from __future__ import annotations

import pytest

from accounts.schools.models import Role
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school

COURSE = "/lessen/d1-wijkgericht-werken"


@pytest.fixture(params=[Role.COACH, Role.ASSESSOR, Role.BOARD_MEMBER, Role.SCHOOL_ADMIN])
def reader(client: Client, request: pytest.FixtureRequest):
    school = a_school()
    a_cohort(school)
    member = a_member(school, request.param)
    client.sign_in(member)
    return member


def test_goes_from_the_menu_to_a_lesson_with_its_questions_and_feedback(client: Client, reader) -> None:
    assert client.get("/lessen").location.endswith(COURSE)
    assert "De meldcode: vijf stappen" in client.get(COURSE).text
    page = client.get(f"{COURSE}/meldcode").text
    assert "Test jezelf" in page
    assert "Kijk je antwoord na" in page
    assert "/klaar" not in page


def test_reads_an_assignment_and_the_words(client: Client, reader) -> None:
    assert "Rondje door de wijk" in client.get(f"{COURSE}/windscherm").text
    words = client.get("/programma/woorden").text
    assert f"{COURSE}/meldcode#woorden" in words


def test_what_is_not_there_is_not_found(client: Client, reader) -> None:
    for path in ("/lessen/er-niet", f"{COURSE}/er-niet", "/lessen/er-niet/meldcode"):
        assert client.get(path).status_code == 404


def test_a_student_reads_in_the_own_programme_instead(client: Client) -> None:
    school = a_school()
    client.sign_in(an_enrolment(a_cohort(school), school).student)
    assert client.get(f"{COURSE}/meldcode").status_code == 403


def test_the_number_of_statements_has_a_ceiling(client: Client, reader, counting) -> None:
    for path in (COURSE, f"{COURSE}/meldcode"):
        client.get(path)
        with counting() as statements:
            assert client.get(path).status_code == 200
        assert len(statements) <= 3, path
