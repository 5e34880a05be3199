"""The log tells the administration what happened; why it was judged so stays with the board (P14)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from assessment.agreement import acts as agreement_acts
from assessment.determination import actions
from assessment.determination import acts as board_acts
from assessment.scoring import acts as scoring_acts
from enrolment.students.actions import take_step
from enrolment.workflow import EnrolmentAct
from foundation.audit.acts import Act, is_confidential
from foundation.clock import today
from foundation.database import db
from tests.factories.assessments import acting
from tests.factories.decisions import (
    a_board_member,
    a_finished_dossier,
    announced,
    determined,
    on_agenda,
)
from tests.factories.people import a_member, a_school

WHY = "KANARIEREDEN: op twee criteria te weinig te zien"


@pytest.fixture
def school(app):
    school = a_school()
    board = a_board_member(school)
    enrolment = a_finished_dossier(school)
    row = on_agenda(enrolment, board)
    work = [each.id for each in actions.signed_assessments(actions.queries.dossier(school.id, row.id))][:1]
    actions.refer_back(row.id, assessment_ids=work, question=WHY, seen=row.version, actor=acting(board))
    other = on_agenda(a_finished_dossier(school), board)
    later = today() + timedelta(days=7)
    actions.postpone(other.id, meeting_on=later, reason=WHY, seen=other.version, actor=acting(board))
    take_step(enrolment, EnrolmentAct.PAUSE, actor_id=board.person_id, reason="Op eigen verzoek")
    db.session.commit()
    return school


def test_the_administration_reads_what_and_not_why(client, school) -> None:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    page = client.get("/logboek").text
    assert "hield het dossier aan" in page
    assert "opende de beoordeling van beoordelaar" in page
    assert "KANARIEREDEN" not in page
    assert "Op eigen verzoek" in page


def test_a_judgement_is_told_with_whose_work_and_which(client, school) -> None:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    lines = BeautifulSoup(client.get("/logboek").text, "html5lib").select(".ww-trail li p")
    signed = [line.get_text() for line in lines if "ondertekende de beoordeling" in line.get_text()]
    assert signed
    for process in ("W1", "W2", "W3"):
        assert any(text.strip().endswith(f"({process})") for text in signed), signed


def test_whose_result_it_is_stands_in_the_log_once_it_is_known(client, school) -> None:
    board = a_board_member(school, "Ruud Bakker")
    hidden, known = (a_member(school, Role.STUDENT, name=name) for name in ("Nog Geheim", "Al Bekend"))
    secret = determined(a_finished_dossier(school, student=hidden), board)
    announced(a_finished_dossier(school, student=known), board)
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    assert whose_results(client) == {"Al Bekend"}
    actions.announce([secret.id], actor=acting(board))
    db.session.commit()
    assert whose_results(client) == {"Al Bekend", "Nog Geheim"}


def whose_results(client) -> set[str]:
    lines = BeautifulSoup(client.get("/logboek?soort=vaststellen").text, "html5lib").select(".ww-trail li p")
    told = [line.get_text() for line in lines if "stelde het resultaat vast" in line.get_text()]
    return {text.partition(": ")[2].strip() for text in told} - {""}


def test_who_sits_in_the_board_too_reads_why(client, school) -> None:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN, Role.BOARD_MEMBER))
    assert client.get("/logboek").text.count("KANARIEREDEN") >= 3


def test_every_act_of_the_board_and_every_reopening_is_confidential() -> None:
    board = [act for act in vars(board_acts).values() if isinstance(act, Act)]
    others = [agreement_acts.THIRD_CALLED, agreement_acts.REOPENED, scoring_acts.REOPENED]
    assert len(board) == 6
    for act in (*board, *others):
        assert is_confidential(act.name), act.name
    assert is_confidential("an.act.that.is.no.more")
    assert not is_confidential("enrolment.paused")
