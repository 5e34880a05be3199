"""From a certificate back to the dossier, also long after the meeting: for the board, and for nobody else."""

from __future__ import annotations

from bs4 import BeautifulSoup

from accounts.schools.models import Role
from foundation.database import db
from tests.factories.assessments import student_of, two_assessors
from tests.factories.decisions import a_board_member, a_finished_dossier, announced, issued
from tests.factories.people import a_member, a_school


def test_a_certificate_leads_to_its_dossier(client, school, board):
    both = a_member(school, Role.SCHOOL_ADMIN, Role.BOARD_MEMBER)
    certificate = issued(a_finished_dossier(school), board, both)
    client.sign_in(both)
    page = BeautifulSoup(client.get(f"/certificaten/{certificate.id}").text, "html5lib")
    link = page.find("a", string="Bekijk het dossier met alle oordelen")
    assert "Vastgesteld" in client.get(link["href"]).text


def test_who_only_keeps_the_register_reads_where_the_dossier_can_be_found(client, school, board):
    admin = a_member(school, Role.SCHOOL_ADMIN)
    enrolment = a_finished_dossier(school)
    certificate = issued(enrolment, board, admin)
    client.sign_in(admin)
    page = client.get(f"/certificaten/{certificate.id}").text
    assert f"/examencommissie/{certificate.determination_id}" not in page
    assert enrolment.number in page
    assert "De examencommissie kan dit dossier openen" in page


def test_the_board_finds_a_dossier_whose_result_has_long_been_known(client, school, board):
    enrolment = a_finished_dossier(school)
    row = announced(enrolment, board)
    client.sign_in(board)
    agenda = BeautifulSoup(client.get("/examencommissie").text, "html5lib")
    everything = agenda.find("a", string="Alle dossiers, ook van vroeger")["href"]
    for asked in ("", student_of(enrolment).name[2:], enrolment.number):
        page = client.get(everything, query_string={"zoek": asked}).text
        assert f"/examencommissie/{row.id}" in page
        assert "Bekendgemaakt" in page
    assert "Geen dossier gevonden" in client.get(everything, query_string={"zoek": "%"}).text


def test_the_board_finds_a_dossier_by_the_number_of_its_certificate_and_from_there_the_check(
    client, school, board
):
    admin = a_member(school, Role.SCHOOL_ADMIN)
    certificate = issued(a_finished_dossier(school), board, admin)
    other = announced(a_finished_dossier(school), board)
    client.sign_in(board)
    page = client.get("/examencommissie/dossiers", query_string={"zoek": certificate.number.lower()})
    assert str(other.id) not in page.text
    link = BeautifulSoup(page.text, "html5lib").select_one("main table a")
    dossier = client.get(link["href"])
    assert f"Certificaat {certificate.number}" in dossier.text
    assert f"gaf certificaat {certificate.number} uit" in dossier.text
    check = BeautifulSoup(dossier.text, "html5lib").find("a", string="Bekijk de controlepagina")
    assert "Dit certificaat is geldig" in client.get(check["href"]).text
    assert f"/certificaten/{certificate.id}" not in dossier.text


def test_who_also_keeps_the_register_goes_from_the_dossier_to_the_certificate(client, school, board):
    both = a_member(school, Role.SCHOOL_ADMIN, Role.BOARD_MEMBER)
    certificate = issued(a_finished_dossier(school), board, both)
    client.sign_in(both)
    page = client.get(f"/examencommissie/{certificate.determination_id}").text
    assert f'href="/certificaten/{certificate.id}"' in page


def test_nobody_finds_a_dossier_of_another_school_or_their_own(client, school, board):
    own = a_finished_dossier(school, student=a_member(school, Role.STUDENT, Role.BOARD_MEMBER))
    row = announced(own, board)
    stranger = a_board_member(a_school("ROC Elders"))
    db.session.commit()
    for reader in (student_of(own), stranger):
        client.sign_in(reader)
        assert str(row.id) not in client.get("/examencommissie/dossiers").text


def test_the_list_costs_the_same_with_ten(client, school, board, counting):
    assessors = two_assessors(school)
    announced(a_finished_dossier(school, assessors=assessors), board)
    client.sign_in(board)
    client.get("/examencommissie/dossiers")
    with counting() as few:
        client.get("/examencommissie/dossiers")
    for _ in range(5):
        announced(a_finished_dossier(school, assessors=assessors), board)
    with counting() as many:
        client.get("/examencommissie/dossiers")
    assert len(many) == len(few) <= 5, list(many)
