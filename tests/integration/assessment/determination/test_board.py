"""The board at work: agenda, decision, announcement; never about one's own, and only once."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from accounts.schools.models import Membership, Role
from assessment.determination import actions, queries
from assessment.determination.decision import decision_hash
from assessment.determination.errors import AlreadyDecided, Involved, NotComplete, StillBlocked
from assessment.determination.models import Decision, Determination
from assessment.determination.workflow import DeterminationState
from assessment.scoring.models import Assessment
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.workflow import SubmissionState
from foundation.audit.acts import known_acts
from foundation.audit.models import AuditEntry
from foundation.audit.queries import verify
from foundation.clock import today
from foundation.database import db
from foundation.errors import ChangedMeanwhile, Invalid, NotNow, Unknown
from tests.factories.assessments import a_submission, acting, signed_by, two_assessors
from tests.factories.decisions import (
    a_board_member,
    a_finished_dossier,
    announced,
    determined,
    on_agenda,
    submissions_of,
)
from tests.factories.enrolments import a_cohort, an_enrolment, coaches
from tests.factories.people import a_member, a_school


@pytest.fixture
def board(school):
    return a_board_member(school)


def name_of(enrolment):
    return db.session.get_one(Membership, enrolment.student_id).name


def decision_fields(row, **other):
    return {"decision": "determine", "not_involved": "y", "reason": "", "version": row.version} | other


def test_a_dossier_goes_from_complete_to_announced_in_the_browser(client, school, board):
    enrolment = a_finished_dossier(school, levels="G")
    client.sign_in(board)
    page = client.get("/examencommissie")
    assert name_of(enrolment) in page.text
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


def test_another_school_has_no_door_to_it(client, school, board):
    enrolment = a_finished_dossier(school)
    row = on_agenda(enrolment, board)
    stranger = a_board_member(a_school("ROC Elders"))
    db.session.commit()
    client.sign_in(stranger)
    assert client.get(f"/examencommissie/{row.id}").status_code == 404
    for path in ("besluit", "agenda", "vernietigen"):
        assert client.post(f"/examencommissie/{row.id}/{path}", data=decision_fields(row)).status_code in (
            404,
            422,
        )
    assert name_of(enrolment) not in client.get("/examencommissie").text
    with pytest.raises(Unknown):
        actions.announce([row.id], actor=acting(stranger))
    db.session.rollback()
    db.session.refresh(row)
    assert row.state is DeterminationState.ON_AGENDA


def test_every_step_stands_in_the_log_without_a_result(school, board):
    row = announced(a_finished_dossier(school, levels="G"), board)
    entries = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.subject_id == row.id)).all()
    names = [entry.act for entry in entries]
    assert {"determination.put_on_agenda", "determination.determined", "determination.announced"} <= set(
        names
    )
    assert all(name in known_acts() for name in names)
    assert not any(
        value in ("G", "Goed", "V", "Voldoende") for entry in entries for value in entry.details.values()
    )
    assert verify() == []


def test_the_agenda_costs_the_same_with_one_dossier_as_with_twenty(client, school, board, counting):
    assessors = two_assessors(school)
    on_agenda(a_finished_dossier(school, assessors=assessors), board)
    a_finished_dossier(school, assessors=assessors)
    client.sign_in(board)
    client.get("/examencommissie")
    with counting() as few:
        assert client.get("/examencommissie").status_code == 200
    for _ in range(9):
        on_agenda(a_finished_dossier(school, assessors=assessors), board)
        a_finished_dossier(school, assessors=assessors)
    with counting() as many:
        page = client.get("/examencommissie")
    assert page.text.count("2 van 2") == 10
    assert len(many) == len(few) <= 8, list(many)


def test_the_dossier_page_states_its_ceiling(client, school, board, counting):
    row = on_agenda(a_finished_dossier(school), board)
    client.sign_in(board)
    client.get(f"/examencommissie/{row.id}")
    with counting() as statements:
        client.get(f"/examencommissie/{row.id}")
    assert len(statements) <= 12, list(statements)


def test_the_agenda_is_paged_by_key(client, school, board):
    cohort = a_cohort(school)
    for number in range(30):
        enrolment = an_enrolment(
            cohort, school, student=a_member(school, Role.STUDENT, name=f"Student {number:02d}")
        )
        db.session.add(
            Determination(
                school_id=school.id,
                enrolment_id=enrolment.id,
                meeting_on=today(),
                created_at=enrolment.created_at,
            )
        )
    db.session.commit()
    client.sign_in(board)
    first = client.get("/examencommissie").text
    assert "Student 24" in first
    assert "Student 25" not in first
    after = db.session.scalars(
        sa.select(Determination.id)
        .join(Determination.enrolment)
        .join(Determination.enrolment.property.mapper.class_.student)
        .where(sa.text("membership.name = 'Student 24'"))
    ).one()
    second = client.get(f"/examencommissie?vergadering={today()}&na={after}").text
    assert "Student 25" in second
    assert "Student 24" not in second
