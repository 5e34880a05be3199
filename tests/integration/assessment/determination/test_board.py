"""The board at work: agenda, decision, announcement; never about one's own, and only once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from assessment.determination import actions, queries
from assessment.determination.errors import NotComplete
from assessment.determination.models import Determination
from assessment.determination.workflow import DeterminationState
from assessment.scoring.models import Assessment
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.workflow import SubmissionState
from foundation.clock import today
from foundation.database import db
from foundation.errors import NotNow
from tests.factories.assessments import a_submission, acting, signed_by, student_of, two_assessors
from tests.factories.decisions import (
    a_finished_dossier,
    announced,
    decision_fields,
    on_agenda,
    submissions_of,
)
from tests.factories.enrolments import a_cohort, an_enrolment


def test_a_dossier_goes_from_complete_to_announced_in_the_browser(client, school, board):
    enrolment = a_finished_dossier(school, levels="G")
    client.sign_in(board)
    page = client.get("/examencommissie")
    assert student_of(enrolment).name in page.text
    day = today().isoformat()
    answer = client.post("/examencommissie/agenda", data={"enrolments": str(enrolment.id), "meeting_on": day})
    assert answer.status_code == 303
    row = db.session.scalars(sa.select(Determination)).one()
    assert "Klaar voor besluit" in client.get(answer.location).text
    page = client.get(f"/examencommissie/{row.id}").text
    assert "Vaststellen: Goed" in page
    assert "Henk Dijkstra" in page
    answer = client.post(f"/examencommissie/{row.id}/besluit", data=decision_fields(row))
    assert answer.status_code == 303
    assert "Maak de gekozen resultaten bekend" in client.get(answer.location).text
    answer = client.post("/examencommissie/bekendmaken", data={"determinations": str(row.id)})
    assert answer.status_code == 303
    db.session.refresh(row)
    assert row.state is DeterminationState.ANNOUNCED
    assert client.get(f"/examencommissie/{row.id}").status_code == 200
    for code in ("D1-K1-W1", "D1-K1-W3"):
        assert client.get(f"/examencommissie/{row.id}/werk/{code}").status_code == 200


def test_only_a_complete_dossier_goes_on_the_agenda(school, board):
    enrolment = an_enrolment(a_cohort(school), school)
    a_submission(enrolment, assessors=two_assessors(school))
    db.session.commit()
    assert queries.ready(acting(board), most=9) == []
    with pytest.raises(NotComplete):
        on_agenda(enrolment, board)


def test_a_dossier_is_not_put_on_two_agendas(school, board):
    enrolment = a_finished_dossier(school)
    on_agenda(enrolment, board)
    with pytest.raises(NotComplete):
        on_agenda(enrolment, board)


def test_postponed_goes_back_on_an_agenda(client, school, board):
    row = on_agenda(a_finished_dossier(school), board)
    day = (today() + timedelta(days=7)).isoformat()
    client.sign_in(board)
    fields = decision_fields(row, decision="postpone", reason="Er ontbreekt een lid.", meeting_on=day)
    assert client.post(f"/examencommissie/{row.id}/besluit", data=fields).status_code == 303
    db.session.refresh(row)
    assert row.state is DeterminationState.POSTPONED
    page = client.get(f"/examencommissie/{row.id}").text
    assert "Zet weer op de agenda" in page
    assert "Er ontbreekt een lid." in page
    answer = client.post(
        f"/examencommissie/{row.id}/agenda", data={"meeting_on": day, "version": row.version}
    )
    assert answer.status_code == 303
    db.session.refresh(row)
    assert row.state is DeterminationState.ON_AGENDA


def test_referred_back_opens_the_chosen_assessment_and_hides_both(client, school, board):
    assessors = two_assessors(school)
    enrolment = a_finished_dossier(school, assessors=assessors, words="Geheim oordeel")
    row = on_agenda(enrolment, board)
    first = next(each for each in submissions_of(enrolment) if each.work_process == "D1-K1-W1")
    chosen = db.session.scalars(
        sa.select(Assessment).where(
            Assessment.submission_id == first.id, Assessment.assessor_id == assessors[0].id
        )
    ).one()
    signature = chosen.signature_id
    client.sign_in(board)
    fields = decision_fields(row, decision="refer_back", reason="Is W1-3 gezien?", assessments=str(chosen.id))
    assert client.post(f"/examencommissie/{row.id}/besluit", data=fields).status_code == 303
    for each in (row, chosen, first):
        db.session.refresh(each)
    assert row.state is DeterminationState.REFERRED_BACK
    assert chosen.state is AssessmentState.IN_PROGRESS
    assert first.state is SubmissionState.IN_ASSESSMENT
    page = client.get(f"/examencommissie/{row.id}").text
    assert "Geheim oordeel: W1-1" not in page
    assert "Geheim oordeel: W2-1" in page
    with pytest.raises(NotComplete):
        actions.put_back(row.id, meeting_on=today(), seen=row.version, actor=acting(board))
    db.session.rollback()
    signed_by(assessors[0], first, "G")
    db.session.commit()
    assert chosen.signature_id != signature


def test_annulled_stays_to_be_read_and_the_next_round_follows_it(client, school, board):
    enrolment = a_finished_dossier(school)
    row = announced(enrolment, board)
    client.sign_in(board)
    assert (
        client.post(f"/examencommissie/{row.id}/vernietigen", data={"version": row.version}).status_code
        == 422
    )
    fields = {"version": row.version, "reason": "Er was een fout in de uren."}
    assert client.post(f"/examencommissie/{row.id}/vernietigen", data=fields).status_code == 303
    db.session.refresh(row)
    assert row.state is DeterminationState.ANNULLED
    fresh = on_agenda(enrolment, board)
    assert (fresh.round, fresh.follows_id) == (2, row.id)
    assert "Ronde 1" in client.get(f"/examencommissie/{fresh.id}").text
    assert client.get(f"/examencommissie/{row.id}").status_code == 200


def test_steps_cannot_be_skipped_or_done_twice(school, board):
    row = on_agenda(a_finished_dossier(school), board)
    with pytest.raises(NotNow):
        actions.announce([row.id], actor=acting(board))
    db.session.rollback()
    actions.determine(row.id, reason="", seen=row.version, actor=acting(board))
    db.session.commit()
    actions.announce([row.id], actor=acting(board))
    db.session.commit()
    with pytest.raises(NotNow):
        actions.announce([row.id], actor=acting(board))
    db.session.rollback()
