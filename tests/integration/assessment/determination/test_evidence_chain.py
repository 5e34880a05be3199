"""From a dossier to each judgement and its evidence: an inspector asks why, and follows the links."""

from __future__ import annotations

import sqlalchemy as sa
from bs4 import BeautifulSoup

from assessment.scoring import actions as scoring
from assessment.scoring.models import Score
from assessment.scoring.saving import Draft, save_scores
from assessment.submissions.models import Submission
from foundation.database import db
from tests.factories.assessments import (
    a_submission,
    scored_by,
    seat_of,
    signed_by,
    some_work,
    the_keuzedeel,
)
from tests.factories.decisions import loaded, on_agenda
from tests.factories.enrolments import a_cohort, an_enrolment


def test_each_judgement_leads_to_its_evidence_in_the_frozen_work(client, school, two, board):
    row = on_agenda(a_dossier_with_evidence(school, two), board)
    client.sign_in(board)
    page = BeautifulSoup(client.get(f"/examencommissie/{row.id}").text, "html5lib")
    table = page.find("caption", string="Gelijk beoordeelde criteria van W1").find_parent("table")
    (first, second) = table.select_one("tbody tr").select("td .ww-refs")
    assert "Staat in een mail" in second.get_text()
    assert not second.find("a")
    assert first.a.get_text() == "Wijkprofiel"
    address, _, anchor = first.a["href"].partition("#")
    work = BeautifulSoup(client.get(address).text, "html5lib")
    assert "gastvrouw bij het buurtoverleg" in work.find(id=anchor).get_text()


def test_what_evidence_rests_on_is_one_step_further_when_it_is_in_the_same_work(client, school, two, board):
    row = on_agenda(a_dossier_with_evidence(school, two), board)
    client.sign_in(board)
    page = BeautifulSoup(client.get(f"/examencommissie/{row.id}/werk/D1-K1-W1").text, "html5lib")
    (here, elsewhere) = page.select(".ww-frozen__links li")
    assert page.find(id=here.a["href"].removeprefix("#")).h3.get_text() == "Wijkprofiel"
    assert "Nergens meer" in elsewhere.get_text()
    assert elsewhere.a is None


def test_the_trail_says_which_work_was_judged(client, school, two, board):
    row = on_agenda(a_dossier_with_evidence(school, two), board)
    client.sign_in(board)
    steps = BeautifulSoup(client.get(f"/examencommissie/{row.id}").text, "html5lib").select(".ww-list li p")
    signed = [step.get_text() for step in steps if "ondertekende de beoordeling" in step.get_text()]
    assert len(signed) == 6
    assert all(sum(f"({label})" in text for text in signed) == 2 for label in ("W1", "W2", "W3"))


def test_the_assessor_finds_the_evidence_again_after_signing(client, school, two, board):
    enrolment = a_dossier_with_evidence(school, two)
    assessment = seat_of(a_submission_of(enrolment), two[0])
    client.sign_in(two[0])
    page = BeautifulSoup(client.get(f"/beoordelen/{assessment.id}").text, "html5lib")
    link = page.select_one("#c-W1-1 .ww-refs a")
    assert "gastvrouw" in page.find(id=link["href"].removeprefix("#")).get_text()


def a_dossier_with_evidence(school, two):
    """Both judge everything the same; of W1-1 each writes down where it can be seen."""
    enrolment = an_enrolment(a_cohort(school), school)
    for process in the_keuzedeel().qualification.work_processes:
        is_first = process.number == 1
        work = work_that_rests_on("b1", "weg")
        submission = a_submission(enrolment, process.code, work=work, assessors=two if is_first else ())
        for assessor, evidence in zip(two, ("Wijkprofiel", "Staat in een mail"), strict=True):
            signed_with(assessor, submission, evidence) if is_first else signed_by(assessor, submission)
    db.session.commit()
    return loaded(enrolment)


def work_that_rests_on(*targets):
    names = {"b1": "Wijkprofiel", "weg": "Nergens meer"}
    links = [{"target_id": each, "name": names[each], "certainty": "weten"} for each in targets]
    field = {"key": "rust", "label": "Waarop rust dit?", "type": "links", "required": False}
    work = some_work()
    work["sections"][0]["items"][0]["fields"].append(
        field | {"value": "", "text": "", "passage": 3, "links": links}
    )
    return work


def signed_with(assessor, submission, evidence):
    assessment = scored_by(assessor, submission)
    own = sa.select(Score.version).where(Score.assessment_id == assessment.id, Score.criterion == "W1-1")
    draft = Draft("W1-1", "V", "Te zien in je werk.", evidence, db.session.scalars(own).one())
    save_scores(assessment, [draft])
    db.session.expire_all()
    scoring.sign(seat_of(submission, assessor), actor_id=assessor.person_id)
    db.session.flush()


def a_submission_of(enrolment):
    found = sa.select(Submission).where(
        Submission.enrolment_id == enrolment.id, Submission.work_process == "D1-K1-W1"
    )
    return db.session.scalars(found).one()
