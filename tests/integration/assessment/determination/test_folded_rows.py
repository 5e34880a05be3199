"""On the dossier of the board the rows that were talked about stand open; equal ones fold away."""

from __future__ import annotations

from bs4 import BeautifulSoup

from assessment.agreement import actions
from assessment.agreement.rules import Row
from foundation.database import db
from tests.factories.assessments import (
    a_submission,
    agreement_of,
    signed_by,
    the_keuzedeel,
    two_assessors,
)
from tests.factories.decisions import a_board_member, a_finished_dossier, loaded, on_agenda
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_school


def test_equal_rows_fold_away_and_the_decision_is_one_step_off(client):
    school = a_school()
    board = a_board_member(school)
    row = on_agenda(a_finished_dossier(school, assessors=two_assessors(school)), board)
    db.session.commit()
    client.sign_in(board)
    page = BeautifulSoup(client.get(f"/examencommissie/{row.id}").text, "html5lib")
    folded = [fold for fold in page.select("#werk details") if "gelijk beoordeeld" in fold.summary.get_text()]
    assert folded
    counted = [int(fold.summary.get_text().split()[0]) for fold in folded]
    assert counted == [len(fold.select("tbody tr")) for fold in folded]
    assert not [fold for fold in folded if fold.has_attr("open")]
    target = page.find("a", string="Naar het formulier voor het besluit")["href"].removeprefix("#")
    assert page.find(id=target).name == "form"


def test_a_row_that_was_talked_about_stays_open(client):
    school = a_school()
    board, two = a_board_member(school), two_assessors(school)
    enrolment = a_dossier_with_a_difference(school, two)
    row = on_agenda(enrolment, board)
    client.sign_in(board)
    page = BeautifulSoup(client.get(f"/examencommissie/{row.id}").text, "html5lib")
    talked = page.find("caption", string="Besproken criteria van W1").find_parent("table")
    assert talked.find_parent("details") is None
    assert [cell.get_text().split()[0] for cell in talked.select("tbody th")] == ["W1-1"]


def a_dossier_with_a_difference(school, two):
    """The two differ on one row, and agree after talking."""
    enrolment = an_enrolment(a_cohort(school), school)
    for process in the_keuzedeel().qualification.work_processes:
        differing = {"W1-1": "G"} if process.number == 1 else {}
        assessors = two if process.number == 1 else ()
        submission = a_submission(enrolment, process.code, assessors=assessors)
        signed_by(two[0], submission)
        signed_by(two[1], submission, differing)
        for assessor in two if differing else ():
            actions.propose(
                agreement_of(submission),
                submission,
                row=Row("W1-1", "G", "Na overleg."),
                seen=0,
                assessor_id=assessor.id,
                actor_id=assessor.person_id,
            )
    db.session.commit()
    return loaded(enrolment)
