"""Who is refused goes back to the thing itself, and not only to the start."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from tests.factories.assessments import a_submission, seat_of, signed_by, two_assessors
from tests.factories.decisions import (
    a_board_member,
    a_finished_dossier,
    announced,
    decision_fields,
    determined,
    issued,
)
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member


@pytest.fixture
def board(school):
    return a_board_member(school)


def test_who_comes_second_goes_back_to_the_dossier(client, school, board):
    row = determined(a_finished_dossier(school), board)
    client.sign_in(board)
    answer = client.post(f"/examencommissie/{row.id}/besluit", data=decision_fields(row))
    assert heading(answer) == "Dit kan nu niet"
    assert "is intussen al besloten" in answer.text
    assert "Vastgesteld: Voldoende" in client.get(way_back(answer)).text


def test_who_announces_second_reads_that_it_was_done(client, school, board):
    row = announced(a_finished_dossier(school), board)
    client.sign_in(board)
    fields = {"determinations": str(row.id)}
    answer = client.post("/examencommissie/bekendmaken", data=fields)
    assert answer.status_code == 409
    assert "is intussen al bekendgemaakt" in answer.text


def test_what_another_changed_says_so_and_leads_to_what_stands_there(client, school, board):
    admin = a_member(school, Role.SCHOOL_ADMIN)
    certificate = issued(a_finished_dossier(school), board, admin)
    client.sign_in(admin)
    fields = {"reason": "Een nieuwe naam.", "version": certificate.version + 1}
    answer = client.post(f"/certificaten/{certificate.id}/vervangen", data=fields)
    assert heading(answer) == "Er is intussen iets veranderd"
    assert way_back(answer) == f"/certificaten/{certificate.id}"


def test_an_assessor_who_saves_what_was_signed_goes_back_to_the_desk(client, school):
    two = two_assessors(school)
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    signed_by(two[0], submission)
    assessment = seat_of(submission, two[0])
    client.sign_in(two[0])
    fields = {"level": "G", "justification": "Toch beter.", "version": 1}
    answer = client.post(f"/beoordelen/{assessment.id}/criteria/W1-1", data=fields)
    assert answer.status_code == 409
    assert way_back(answer) == f"/beoordelen/{assessment.id}"


def test_the_page_that_asked_comes_first_with_all_of_its_address(client, school, board):
    row = determined(a_finished_dossier(school), board)
    client.sign_in(board)
    here = "/examencommissie?vergadering=2026-11-19"
    assert way_back(asked(client, row, f"http://localhost{here}")) == here


@pytest.mark.parametrize(
    "place",
    [
        "https://elders.example/examencommissie",
        "http://localhost//elders.example",
        "http://localhost/",
        "http://localhost/bestaat-niet",
        "http://[",
    ],
)
def test_only_a_page_of_ours_is_a_way_back(client, school, board, place):
    row = determined(a_finished_dossier(school), board)
    client.sign_in(board)
    assert way_back(asked(client, row, place)) == f"/examencommissie/{row.id}"


def test_who_signed_out_in_another_window_reads_why_and_keeps_the_text(client, school, board):
    row = determined(a_finished_dossier(school), board)
    client.sign_in(board)
    client.sign_out()
    fields = {"reason": "Een lange motivering.", "version": row.version}
    place = f"http://localhost/examencommissie/{row.id}"
    path = f"/examencommissie/{row.id}/vernietigen"
    answer = client.post(path, data=fields, csrf=False, headers={"Referer": place})
    assert (answer.status_code, heading(answer)) == (400, "Dit is niet verstuurd")
    assert "in- of uitgelogd" in answer.text
    assert "Een lange motivering." in answer.text
    assert way_back(answer) == f"/examencommissie/{row.id}"


def test_a_referrer_that_is_no_address_is_no_mishap_for_who_is_signed_out(client, school, board):
    client.sign_in(board)
    client.post("/examencommissie/bekendmaken")
    client.sign_out()
    answer = client.post("/examencommissie/bekendmaken", headers={"Referer": "http://["})
    assert answer.status_code == 401


def test_what_is_not_there_leads_to_nothing_above_it(client, school, board):
    client.sign_in(board)
    page = BeautifulSoup(client.get("/examencommissie/0198c0de-0000-7000-8000-000000000000").text, "html5lib")
    assert page.find("a", string="Terug naar de pagina") is None
    assert page.find("a", string="Naar de start")


def asked(client, row, place):
    path = f"/examencommissie/{row.id}/besluit"
    return client.post(path, data=decision_fields(row), headers={"Referer": place})


def heading(answer):
    return BeautifulSoup(answer.text, "html5lib").h1.get_text()


def way_back(answer):
    return BeautifulSoup(answer.text, "html5lib").find("a", string="Terug naar de pagina")["href"]
