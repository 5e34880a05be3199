"""The decision itself: who may take it, on which facts, once, and never changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from assessment.determination import actions
from assessment.determination.decision import decision_hash
from assessment.determination.errors import AlreadyDecided, Involved, StillBlocked
from assessment.determination.models import Decision
from assessment.determination.workflow import DeterminationState
from foundation.clock import today
from foundation.database import db
from foundation.errors import ChangedMeanwhile, Invalid
from tests.factories.assessments import acting
from tests.factories.decisions import (
    a_finished_dossier,
    decision_fields,
    determined,
    on_agenda,
)
from tests.factories.enrolments import coaches
from tests.factories.people import a_member


def test_who_judged_or_ever_coached_does_not_decide_and_reads_why(client, school, board):
    assessor = a_member(school, Role.ASSESSOR, Role.BOARD_MEMBER, name="Ria Rechter")
    coach = a_member(school, Role.COACH, Role.BOARD_MEMBER, name="Bas Begeleider")
    enrolment = a_finished_dossier(school, assessors=(assessor, a_member(school, Role.ASSESSOR)))
    coaches(coach, enrolment).ended_at = enrolment.created_at
    row = on_agenda(enrolment, board)
    for member, why in ((assessor, "te beoordelen"), (coach, "begeleidde")):
        with pytest.raises(Involved):
            actions.determine(row.id, reason="", seen=row.version, actor=acting(member))
        db.session.rollback()
        client.sign_in(member)
        page = client.get(f"/examencommissie/{row.id}").text
        assert "Waarom kan ik dit niet?" in page
        assert why in page
        assert "Anneke Postma" in page
        assert "Leg het besluit vast" not in page
        answer = client.post(f"/examencommissie/{row.id}/besluit", data=decision_fields(row))
        assert answer.status_code == 403
    assert db.session.scalar(sa.select(sa.func.count(Decision.id))) == 0


def test_a_board_member_never_sees_the_own_dossier(client, school, board):
    both = a_member(school, Role.STUDENT, Role.BOARD_MEMBER, name="Student Lid")
    row = determined(a_finished_dossier(school, student=both), board)
    client.sign_in(both)
    assert client.get(f"/examencommissie/{row.id}").status_code == 404
    assert str(row.id) not in client.get("/examencommissie").text
    assert (
        client.post("/examencommissie/bekendmaken", data={"determinations": str(row.id)}).status_code == 404
    )


def test_a_second_decision_is_refused_and_changes_nothing(school, board):
    row = determined(a_finished_dossier(school), board)
    with pytest.raises(AlreadyDecided):
        actions.determine(row.id, reason="", seen=row.version, actor=acting(board))


def test_a_decision_cannot_be_changed_or_thrown_away(app, school, board):
    determined(a_finished_dossier(school), board)
    for statement in (sa.update(Decision).values(result="G"), sa.delete(Decision)):
        with pytest.raises(sa.exc.DBAPIError, match="append-only"), db.session.begin_nested():
            db.session.execute(statement)


def test_the_decision_names_its_facts_and_its_hash_fits(school, board):
    row = determined(a_finished_dossier(school, levels="G"), board)
    decision = db.session.get_one(Decision, row.decision_id)
    db.session.refresh(decision)
    assert (decision.result, decision.met, decision.facts["title"]) == ("G", True, "Goed")
    assert decision.sha256 == decision_hash(decision)
    assert [work["work_process"] for work in decision.facts["works"]] == ["D1-K1-W1", "D1-K1-W2", "D1-K1-W3"]
    assert all(len(work["signatures"]) == 2 for work in decision.facts["works"])
    decision.facts = {**decision.facts, "level": "O"}
    assert decision.sha256 != decision_hash(decision)
    db.session.rollback()


def test_too_few_hours_ask_for_a_reason(client, school, board):
    row = on_agenda(a_finished_dossier(school, hours=228), board)
    with pytest.raises(Invalid):
        actions.determine(row.id, reason="", seen=row.version, actor=acting(board))
    db.session.rollback()
    client.sign_in(board)
    answer = client.post(f"/examencommissie/{row.id}/besluit", data=decision_fields(row))
    assert answer.status_code == 422
    assert "ook met de waarschuwing" in answer.text
    fields = decision_fields(row, reason="Ervaring in het werk telt mee.")
    assert client.post(f"/examencommissie/{row.id}/besluit", data=fields).status_code == 303


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ({"not_involved": ""}, "Kruis dit dan aan"),
        ({"decision": ""}, "Kies wat de commissie besluit"),
        ({"decision": "postpone", "reason": "Later", "meeting_on": "2020-01-01"}, "vandaag of later"),
        ({"decision": "refer_back", "reason": "Kijk nog eens"}, "Kies wie er opnieuw kijkt"),
        ({"decision": "postpone", "meeting_on": "2099-01-01"}, "Schrijf op waarom"),
    ],
)
def test_a_form_that_is_not_whole_keeps_what_was_typed(client, school, board, missing, message):
    row = on_agenda(a_finished_dossier(school), board)
    client.sign_in(board)
    fields = {name: value for name, value in decision_fields(row, **missing).items() if value}
    answer = client.post(f"/examencommissie/{row.id}/besluit", data=fields)
    assert answer.status_code == 422
    assert message in answer.text
    assert fields.get("reason", "") in answer.text


def test_a_result_cannot_be_typed(client, school, board):
    row = on_agenda(a_finished_dossier(school, levels="O"), board)
    client.sign_in(board)
    fields = decision_fields(row, result="G")
    assert client.post(f"/examencommissie/{row.id}/besluit", data=fields).status_code == 422
    assert client.post(f"/examencommissie/{row.id}/besluit", data=decision_fields(row)).status_code == 303
    assert db.session.scalars(sa.select(Decision.result)).one() == "O"


def test_what_another_changed_first_is_not_overwritten(school, board):
    row = on_agenda(a_finished_dossier(school), board)
    seen = row.version
    day = today() + timedelta(days=7)
    actions.postpone(row.id, meeting_on=day, reason="Te druk.", seen=seen, actor=acting(board))
    db.session.commit()
    with pytest.raises(ChangedMeanwhile):
        actions.put_back(row.id, meeting_on=day, seen=seen, actor=acting(board))
    db.session.rollback()
    db.session.refresh(row)
    assert (row.state, row.meeting_on) == (DeterminationState.POSTPONED, day)


def test_nobody_decides_while_a_hash_does_not_fit(app, school, board, is_postgresql):
    enrolment = a_finished_dossier(school)
    row = on_agenda(enrolment, board)
    if is_postgresql:
        db.session.execute(sa.text("ALTER TABLE snapshot DISABLE TRIGGER ALL"))
    else:
        db.session.execute(sa.text("DROP TRIGGER snapshot_no_update"))
    db.session.execute(sa.text("UPDATE snapshot SET body = replace(body, 'gastvrouw', 'voorzitter')"))
    db.session.expire_all()
    with pytest.raises(StillBlocked):
        actions.determine(row.id, reason="Toch", seen=row.version, actor=acting(board))
    db.session.rollback()


def test_a_decision_on_an_old_page_gives_back_the_reason_and_no_codes(client, school, board):
    row = determined(a_finished_dossier(school), board)
    client.sign_in(board)
    fields = decision_fields(row, decision="postpone", reason="Wacht op het gesprek.")
    answer = client.post(f"/examencommissie/{row.id}/besluit", data=fields)
    assert answer.status_code == 409
    page = BeautifulSoup(answer.text, "html5lib")
    assert [field.get_text().strip() for field in page.select("main textarea")] == ["Wacht op het gesprek."]
    assert "is intussen al besloten" in page.main.get_text()
