"""The school's side: only on a positive announced result, one number each, revoked with a reason."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from accounts.schools.models import Membership, Role
from assessment.certificates import actions, queries
from assessment.certificates.errors import AlreadyIssued, NoPositiveResult
from assessment.certificates.models import Certificate
from assessment.certificates.workflow import CertificateState
from assessment.determination import actions as board_actions
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState
from foundation.audit.models import AuditEntry
from foundation.audit.queries import verify
from foundation.clock import today
from foundation.database import db
from foundation.errors import NotNow, Unknown
from foundation.jobs.actions import run_due
from tests.factories.assessments import acting, two_assessors
from tests.factories.decisions import (
    a_board_member,
    a_finished_dossier,
    announced,
    determined,
    issued,
    on_agenda,
)
from tests.factories.people import a_member, a_school


@pytest.fixture
def admin(school):
    return a_member(school, Role.SCHOOL_ADMIN, name="Sjoerd Administratie")


def issue(row, admin):
    return actions.issue(row.school_id, row.id, issuer_id=admin.id, actor_id=admin.person_id)


def test_the_school_issues_one_certificate_and_the_enrolment_is_complete(client, school, board, admin):
    row = announced(a_finished_dossier(school, levels="G"), board)
    client.sign_in(admin)
    assert "Geef uit" in client.get("/certificaten").text
    answer = client.post("/certificaten", data={"determinations": str(row.id)})
    assert answer.status_code == 303
    certificate = db.session.scalars(sa.select(Certificate)).one()
    assert certificate.number == f"SCHO-{today().year}-000001"
    assert certificate.content["result"] == "Goed"
    assert db.session.get_one(Enrolment, row.enrolment_id).state is EnrolmentState.COMPLETED
    page = client.get(answer.location).text
    assert "De PDF wordt gemaakt" in page
    assert client.get(f"/certificaten/{certificate.id}/pdf").status_code == 409
    assert certificate.number in client.get("/certificaten").text
    assert "Er wacht nu niemand" in client.get("/certificaten").text
    assert client.post("/certificaten", data={"determinations": str(row.id)}).status_code == 409


def test_no_door_gives_a_certificate_without_a_valid_result(client, school, board, admin):
    short = announced(a_finished_dossier(school, levels="O"), board)
    waiting = on_agenda(a_finished_dossier(school), board)
    silent = determined(a_finished_dossier(school), board)
    annulled = announced(a_finished_dossier(school), board)
    board_actions.annul(annulled.id, reason="Fout", seen=annulled.version, actor=acting(board))
    db.session.commit()
    client.sign_in(admin)
    for row in (short, waiting, silent, annulled):
        with pytest.raises(NoPositiveResult):
            issue(row, admin)
        db.session.rollback()
        assert client.post("/certificaten", data={"determinations": str(row.id)}).status_code == 409
    client.post("/certificaten", data={})
    run_due()
    assert db.session.scalar(sa.select(sa.func.count(Certificate.id))) == 0


def test_all_at_once_by_jobs_and_a_second_run_makes_none(client, school, board, admin):
    assessors = two_assessors(school)
    rows = [announced(a_finished_dossier(school, assessors=assessors), board) for _ in range(3)]
    client.sign_in(admin)
    assert client.post("/certificaten", data={}).status_code == 303
    page = client.get("/certificaten").text
    assert "Nog 3 certificaten uit te geven." in page
    client.post("/certificaten", data={})
    run_due()
    numbers = sorted(db.session.scalars(sa.select(Certificate.number)))
    assert [number[-6:] for number in numbers] == ["000001", "000002", "000003"]
    assert {row.id for row in rows} == set(db.session.scalars(sa.select(Certificate.determination_id)))
    assert all(db.session.scalars(sa.select(Certificate.pdf_sha256)))
    assert "Er wordt nog gewerkt" not in client.get("/certificaten").text


def test_two_schools_with_the_same_letters_never_share_a_number(school, board, admin):
    other = a_school("ROC Elders")
    issued(a_finished_dossier(school), board, admin)
    issued(a_finished_dossier(other), a_board_member(other), a_member(other, Role.SCHOOL_ADMIN))
    numbers = sorted(db.session.scalars(sa.select(Certificate.number)))
    assert len(set(numbers)) == 2
    assert {number.rsplit("-", 1)[1] for number in numbers} == {"000001"}


def test_withdrawal_needs_a_reason_works_at_once_and_stands_in_the_log(client, school, board, admin):
    certificate = issued(a_finished_dossier(school), board, admin)
    path = f"/certificaten/{certificate.id}/intrekken"
    client.sign_in(admin)
    assert client.post(path, data={"version": certificate.version, "reason": "  "}).status_code == 422
    fields = {"version": certificate.version, "reason": "Het werk was niet van de student."}
    assert client.post(path, data=fields).status_code == 303
    db.session.refresh(certificate)
    assert certificate.state is CertificateState.REVOKED
    public = client.get(f"/controleer/{certificate.token}").text
    assert "Dit certificaat is ingetrokken" in public
    assert "niet van de student" not in public
    entries = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.act == "certificate.revoked")).all()
    assert [(entry.subject_id, entry.actor_id) for entry in entries] == [(certificate.id, admin.person_id)]
    assert client.post(path, data=fields).status_code == 409
    assert verify() == []


def test_only_the_school_withdraws(client, school, board, admin):
    certificate = issued(a_finished_dossier(school), board, admin)
    student = db.session.get_one(
        Membership, db.session.get_one(Enrolment, certificate.enrolment_id).student_id
    )
    stranger = a_member(a_school("ROC Elders"), Role.SCHOOL_ADMIN)
    fields = {"version": certificate.version, "reason": "Zomaar"}
    for member, status in ((board, 403), (student, 403), (stranger, 404)):
        client.sign_in(member)
        for act in ("intrekken", "vervangen"):
            assert client.post(f"/certificaten/{certificate.id}/{act}", data=fields).status_code == status
        assert client.get(f"/certificaten/{certificate.id}").status_code == status
    db.session.refresh(certificate)
    assert certificate.state is CertificateState.ISSUED


def test_a_changed_name_gives_a_new_copy_that_refers_to_the_old(client, school, board, admin):
    enrolment = a_finished_dossier(school)
    old = issued(enrolment, board, admin)
    db.session.get_one(Membership, enrolment.student_id).name = "Nieuwe Naam"
    db.session.commit()
    client.sign_in(admin)
    fields = {"version": old.version, "reason": "Andere naam"}
    assert client.post(f"/certificaten/{old.id}/vervangen", data=fields).status_code == 303
    fresh = db.session.scalars(sa.select(Certificate).where(Certificate.copy == 2)).one()
    db.session.refresh(old)
    assert (old.state, old.replaced_by_id) == (CertificateState.REPLACED, fresh.id)
    assert (fresh.content["name"], fresh.content["replaces"]) == ("Nieuwe Naam", old.number)
    assert old.content["name"] != "Nieuwe Naam"
    assert (
        len({old.token, fresh.token}) == len({old.code, fresh.code}) == len({old.number, fresh.number}) == 2
    )
    assert "Dit certificaat is vervangen" in client.get(f"/controleer/{old.token}").text
    assert "Dit certificaat is geldig" in client.get(f"/controleer/{fresh.token}").text
    with pytest.raises(NotNow):
        actions.revoke(queries.certificate(school.id, old.id), reason="x", actor_id=admin.person_id)
    db.session.rollback()


def test_the_register_finds_by_number_name_and_state(client, school, board, admin):
    assessors = two_assessors(school)
    first, second = (
        issued(
            a_finished_dossier(
                school, assessors=assessors, student=a_member(school, Role.STUDENT, name=name)
            ),
            board,
            admin,
        )
        for name in ("Samira Haddou", "Daan Wolters")
    )
    client.sign_in(admin)
    for query, found, hidden in (
        ("zoek=samira", first, second), (f"zoek={second.number}", second, first),
    ):  # fmt: skip
        page = client.get(f"/certificaten?{query}").text
        assert found.number in page
        assert str(hidden.id) not in page
    assert first.number not in client.get("/certificaten?stand=revoked").text
    assert client.get("/certificaten?stand=onzin&zoek=%00%25").status_code == 200


def test_the_register_costs_the_same_with_ten(client, school, board, admin, counting):
    assessors = two_assessors(school)
    issued(a_finished_dossier(school, assessors=assessors), board, admin)
    client.sign_in(admin)
    client.get("/certificaten")
    with counting() as few:
        client.get("/certificaten")
    for number in range(9):
        dossier = a_finished_dossier(school, assessors=assessors)
        issued(dossier, board, admin) if number % 2 else announced(dossier, board)
    with counting() as many:
        client.get("/certificaten")
    assert len(many) == len(few) <= 6, list(many)


def test_the_command_lists_codes_numbers_states_and_dates(app, school, board, admin):
    certificate = issued(a_finished_dossier(school), board, admin)
    other = a_school("ROC Elders")
    db.session.commit()
    run = app.test_cli_runner().invoke
    rows = json.loads(run(args=["certificates", "list", "--json", "--school", school.slug]).output)
    assert len(rows) == 1
    assert rows[0]["number"] == certificate.number
    assert rows[0]["code"].replace("-", "") == certificate.code
    assert rows[0]["status"] == "issued"
    assert set(rows[0]) == {"code", "number", "status", "determined_on", "issued_at", "revoked_at"}
    assert json.loads(run(args=["certificates", "list", "--json", "--school", other.slug]).output) == []


def test_a_certificate_of_another_school_does_not_exist(school, board, admin):
    certificate = issued(a_finished_dossier(school), board, admin)
    elsewhere = a_school("ROC Elders")
    assert queries.certificate(elsewhere.id, certificate.id) is None
    with pytest.raises(Unknown):
        actions.issue(
            elsewhere.id, certificate.determination_id, issuer_id=admin.id, actor_id=admin.person_id
        )
    db.session.rollback()
    with pytest.raises(AlreadyIssued):
        actions.issue(school.id, certificate.determination_id, issuer_id=admin.id, actor_id=admin.person_id)
    db.session.rollback()
