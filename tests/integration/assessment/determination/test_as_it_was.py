"""A decision keeps showing what it rested on, whatever happens to the work afterwards."""

from __future__ import annotations

import sqlalchemy as sa
from bs4 import BeautifulSoup

from assessment.determination import actions, queries
from assessment.determination.models import Decision
from assessment.scoring.models import Assessment
from foundation.clock import today
from foundation.database import db
from tests.factories.assessments import acting, signed_by
from tests.factories.decisions import a_finished_dossier, announced, hours_of, on_agenda, submissions_of


def test_an_annulled_decision_shows_the_judgements_it_rested_on(client, school, two, board):
    enrolment = a_finished_dossier(school, assessors=two, levels="V", words="Eerste oordeel")
    first = announced(enrolment, board)
    second = judged_again(enrolment, first, two, board)
    client.sign_in(board)
    then, now = (client.get(f"/examencommissie/{each.id}") for each in (first, second))
    assert "Eerste oordeel: W1-1" in then.text
    assert "Tweede oordeel: W1-1" not in then.text
    assert "Tweede oordeel: W1-1" in now.text
    assert level_of_w1(then) == "Voldoende"
    assert level_of_w1(now) == "Goed"
    codes = BeautifulSoup(then.text, "html5lib").main
    (w1,) = (
        work
        for work in db.session.get_one(Decision, first.decision_id).facts["works"]
        if work["work_process"] == "D1-K1-W1"
    )
    assert all(sha256 in codes.get_text() for sha256 in (w1["snapshot"], *w1["signatures"], w1["rubric"]))


def test_the_checks_are_those_that_the_board_saw(client, school, two, board):
    enrolment = a_finished_dossier(school, assessors=two, hours=240)
    row = announced(enrolment, board)
    hours_of(enrolment, 20)
    db.session.commit()
    client.sign_in(board)
    page = client.get(f"/examencommissie/{row.id}").text
    assert "240 uur, 240 nodig" in page
    assert "260 uur" not in page


def judged_again(enrolment, first, two, board):
    """Annul, refer W1 back to both, and let them judge it better."""
    who = acting(board)
    actions.annul(first.id, reason="Er was iets over het hoofd gezien.", seen=first.version, actor=who)
    second = on_agenda(enrolment, board)
    (work,) = (each for each in submissions_of(enrolment) if each.work_process == "D1-K1-W1")
    ids = db.session.scalars(sa.select(Assessment.id).where(Assessment.submission_id == work.id)).all()
    actions.refer_back(second.id, assessment_ids=ids, question="Nog eens?", seen=second.version, actor=who)
    for assessor in two:
        signed_by(assessor, work, "G", words="Tweede oordeel")
    db.session.commit()
    (row,) = queries.locked(second.school_id, [second.id])
    actions.put_back(second.id, meeting_on=today(), seen=row.version, actor=who)
    db.session.commit()
    return row


def level_of_w1(page):
    table = BeautifulSoup(page.text, "html5lib").find("caption", string="Oordelen van de twee beoordelaars")
    return table.find_parent("table").select("tbody tr td")[2].get_text(strip=True)
