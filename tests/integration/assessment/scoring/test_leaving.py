"""An assessor leaves the school: the school sees who looks for another, and what is signed stays."""

from __future__ import annotations

import pytest

from accounts.schools import actions as schools
from accounts.schools.models import Role
from foundation.database import db
from tests.factories.assessments import a_submission, student_of
from tests.factories.decisions import a_finished_dossier, on_agenda
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member


@pytest.fixture
def admin(school):
    return a_member(school, Role.SCHOOL_ADMIN)


@pytest.fixture
def waiting(school, two):
    """Give a student whose first work waits for both assessors."""
    student = a_member(school, Role.STUDENT, name="Wachtende Wies")
    enrolment = an_enrolment(a_cohort(school), school, student=student)
    a_submission(enrolment, assessors=two)
    db.session.commit()
    return enrolment


def test_the_school_sees_who_looks_for_another_assessor(client, school, two, admin, waiting):
    done = student_of(a_finished_dossier(school, assessors=two)).name
    client.sign_in(admin)
    answer = client.post(f"/mensen/{two[0].id}/einde")
    page = client.get(answer.location).text
    assert "1 student zoekt een andere beoordelaar" in page
    assert "Wachtende Wies" in page
    assert f">{done}<" not in page
    assert "Weg sinds" in client.get(f"/inschrijvingen/{waiting.id}").text


def test_who_loses_the_role_is_missed_too(client, two, admin, waiting):
    client.sign_in(admin)
    assert "beoordeelt nog werk van 1 student." in client.get(f"/mensen/{two[0].id}").text
    client.post(f"/mensen/{two[0].id}/rollen/assessor/afnemen")
    assert "1 student zoekt een andere beoordelaar" in client.get(f"/mensen/{two[0].id}").text


def test_another_takes_the_work_over(client, school, two, admin, waiting):
    other = a_member(school, Role.ASSESSOR, name="Nieuwe Nel")
    client.sign_in(admin)
    client.post(f"/mensen/{two[0].id}/einde")
    fields = {"assessor": str(other.id), "reason": "Uit dienst."}
    answer = client.post(f"/inschrijvingen/{waiting.id}/beoordelaars/1", data=fields)
    assert answer.status_code == 303, answer.text
    assert "Wachtende Wies" not in client.get(f"/mensen/{two[0].id}").text
    client.sign_in(other)
    assert "Wachtende Wies" in client.get("/beoordelen").text


def test_the_board_keeps_their_name_and_reads_that_they_left(client, school, two, board):
    row = on_agenda(a_finished_dossier(school, assessors=two), board)
    schools.end_membership(two[0], actor_id=None)
    db.session.commit()
    client.sign_in(board)
    page = client.get(f"/examencommissie/{row.id}").text
    assert two[0].name in page
    assert "weg bij de school" in page


def test_the_page_costs_no_more_with_many_students(client, school, two, admin, waiting, counting):
    def cost() -> int:
        with counting() as statements:
            assert client.get(f"/mensen/{two[0].id}").status_code == 200
        return len(statements)

    client.sign_in(admin)
    cost()
    few = cost()
    for _ in range(4):
        a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    db.session.commit()
    assert cost() <= few
