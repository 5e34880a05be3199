"""The map of the curriculum: what serves each behaviour and each item."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school

MAP = "/programma/wat-leer-je-waar"


def _row(page: str, code: str):
    return BeautifulSoup(page, "lxml").find("tr", id=code)


def test_a_student_goes_from_a_behaviour_to_the_lessons_that_serve_it(client: Client) -> None:
    school = a_school()
    client.sign_in(an_enrolment(a_cohort(school), school).student)
    row = _row(client.get(MAP).text, "W1-1")
    assert "Gebruikt zorgvuldig bestaande bronnen en gegevens" in row.get_text()
    assert "/programma/lessen/sociale-kaart" in [link["href"] for link in row.find_all("a")]


@pytest.mark.parametrize("role", [Role.SCHOOL_ADMIN, Role.ASSESSOR, Role.BOARD_MEMBER])
def test_staff_read_the_same_map(client: Client, role: Role) -> None:
    client.sign_in(a_member(a_school(), role))
    row = _row(client.get(MAP).text, "I-06")
    assert "De meldcode: vijf stappen" in row.get_text()


def test_an_unknown_keuzedeel_is_not_found(client: Client) -> None:
    client.sign_in(a_member(a_school(), Role.SCHOOL_ADMIN))
    assert client.get(f"{MAP}?keuzedeel=er-niet").status_code == 404


def test_the_number_of_statements_has_a_ceiling(client: Client, counting) -> None:
    client.sign_in(a_member(a_school(), Role.SCHOOL_ADMIN))
    client.get(MAP)
    with counting() as statements:
        assert client.get(MAP).status_code == 200
    assert len(statements) <= 3
