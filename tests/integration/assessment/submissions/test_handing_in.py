"""Handing in: what is frozen, until when, the receipt, taking back, and the files."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.scoring.models import Assessment
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.models import RubricVersion, Snapshot, Submission
from assessment.submissions.queries import states
from assessment.submissions.snapshots import hash_of
from assessment.submissions.workflow import SubmissionState
from course.portfolio.models import Evidence, EvidenceCriterion, EvidenceKind
from course.workbench.locks import locked_reasons
from course.workbench.models import WorkItem
from enrolment.models import Deadline, Enrolment, Extension
from foundation.audit.models import AuditEntry
from foundation.clock import now, standing_at
from foundation.database import db, new_id
from foundation.mail import actions as mail
from foundation.mail.models import MailMessage
from foundation.storage.actions import keep
from tests.factories.assessments import W1, a_submission, opened_by, two_assessors
from tests.factories.enrolments import a_cohort, an_enrolment, is_allocated
from tests.factories.people import a_member, a_school

END = datetime(2027, 3, 12, 22, 59, tzinfo=UTC)
HAND_IN = f"/inleveren/{W1}"
YES = {"used_ai": "no", "ai_use": "", "own_work": "y"}


@pytest.fixture
def student(school):
    return a_member(school, Role.STUDENT, name="Samira Haddou")


@pytest.fixture
def enrolment(school, student):
    return an_enrolment(a_cohort(school), school, student=student)


@pytest.fixture
def browser(client, student, enrolment):
    """The browser of the student."""
    client.sign_in(student)
    return client


def an_item(enrolment, text="De wijk telt 4.210 bewoners."):
    item = WorkItem(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        piece="wijkanalyse",
        section="bronnen",
        values={"titel": "Wijkprofiel", "zegt": text},
        created_at=now(),
        updated_at=now(),
    )
    db.session.add(item)
    db.session.flush()
    return item


def a_file(enrolment, content=b"%PDF-1.7 bijlage", *, criterion="W1-1"):
    digest = keep(content)
    evidence = Evidence(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        kind=EvidenceKind.FILE,
        title="Verslag",
        sha256=digest,
        size=len(content),
        content_type="application/pdf",
        created_at=now(),
        criteria=[
            EvidenceCriterion(school_id=enrolment.school_id, enrolment_id=enrolment.id, criterion=criterion)
        ],
    )
    db.session.add(evidence)
    db.session.flush()
    return digest


def seen_by(browser):
    return re.search(r'name="seen" value="(\w{64})"', browser.get(HAND_IN).text)[1]


def hand_in(browser, **fields):
    return browser.post(HAND_IN, data=YES | {"seen": seen_by(browser)} | fields)


def only_submission():
    return db.session.scalars(sa.select(Submission)).one()


def own_snapshot(submission):
    return db.session.get_one(Snapshot, submission.snapshot_id)


def test_the_preview_shows_the_work_and_its_gaps_with_links(browser, enrolment) -> None:
    an_item(enrolment)
    page = browser.get(HAND_IN).text
    assert "De wijk telt 4.210 bewoners." in page
    assert "Criterium W1-1 heeft nog geen bewijs." in page
    assert "Koppel bewijs" in page


def test_what_is_frozen_is_what_was_shown(browser, enrolment, student) -> None:
    an_item(enrolment)
    answer = hand_in(browser, used_ai="yes", ai_use="Ik liet zinnen korter maken.")
    snapshot = db.session.scalars(sa.select(Snapshot)).one()
    assert answer.location == f"/inleveringen/{snapshot.submission_id}/ontvangstbewijs"
    assert hash_of(snapshot.body) == snapshot.sha256
    content = json.loads(snapshot.body)
    assert content["work"]["sections"][0]["items"][0]["fields"][4]["text"] == "De wijk telt 4.210 bewoners."
    assert content["declaration"]["ai_use"] == "Ik liet zinnen korter maken."
    assert content["rubric"] == only_submission().rubric_hash
    assert student.name not in snapshot.body
    rubric = db.session.get_one(RubricVersion, content["rubric"])
    assert rubric.body["qualification"]["code"]


def test_the_receipt_gives_time_and_hash_and_checks_itself(browser, enrolment) -> None:
    an_item(enrolment)
    with standing_at(datetime(2027, 3, 12, 20, 14, 5, tzinfo=UTC)):
        browser.sign_in(enrolment.student)
        page = browser.get(hand_in(browser).location).text
    snapshot = db.session.scalars(sa.select(Snapshot)).one()
    assert snapshot.sha256 in page
    assert "12 maart 2027 om 21:14:05 uur" in page
    assert "hoort bij deze code" in page


def test_a_changed_snapshot_is_noticed(browser, enrolment, is_postgresql) -> None:
    receipt = hand_in(browser).location
    lift = (
        "ALTER TABLE snapshot DISABLE TRIGGER snapshot_append_only"
        if is_postgresql
        else "DROP TRIGGER snapshot_no_update"
    )
    db.session.execute(sa.text(lift))
    db.session.execute(sa.text("UPDATE snapshot SET body = replace(body, 'D1-K1-W1', 'D1-K1-W2')"))
    db.session.commit()
    assert "hoort niet bij deze code" in browser.get(receipt).text


def test_the_database_itself_refuses_to_change_a_snapshot(browser, enrolment) -> None:
    hand_in(browser)
    for statement in ("UPDATE snapshot SET body = ''", "DELETE FROM snapshot"):
        with pytest.raises(sa.exc.DBAPIError), db.session.begin_nested():
            db.session.execute(sa.text(statement))


def test_the_receipt_comes_by_mail_and_the_log_holds_the_hash(browser, app, enrolment) -> None:
    hand_in(browser)
    snapshot = db.session.scalars(sa.select(Snapshot)).one()
    message = db.session.scalars(sa.select(MailMessage).where(MailMessage.kind == "submission.receipt")).one()
    letter = mail._composers["submission.receipt"](message)
    assert snapshot.sha256 in letter.body
    assert f"/inleveringen/{snapshot.submission_id}/ontvangstbewijs" in letter.body
    entry = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.act == "submission.submitted")).one()
    assert entry.details["sha256"] == snapshot.sha256


@pytest.mark.parametrize(
    ("seconds", "status"), [(-1, 303), (0, 303), (1, 409)], ids=["before", "at", "after"]
)
@pytest.mark.parametrize("extended", [False, True], ids=["cohort", "extension"])
def test_the_deadline_is_judged_by_the_second(browser, enrolment, seconds, status, extended) -> None:
    school, at = enrolment.school_id, END - timedelta(days=7) if extended else END
    db.session.add(Deadline(school_id=school, cohort_id=enrolment.cohort_id, work_process=W1, at=at))
    if extended:
        db.session.add(
            Extension(
                school_id=school,
                enrolment_id=enrolment.id,
                work_process=W1,
                at=END,
                reason="Ziek.",
                granted_by_id=enrolment.student_id,
            )
        )
    with standing_at(END - timedelta(minutes=1)):
        browser.sign_in(enrolment.student)
        seen = seen_by(browser)
    with standing_at(END + timedelta(seconds=seconds)):
        answer = browser.post(HAND_IN, data=YES | {"seen": seen})
    assert answer.status_code == status
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Snapshot)) == (status == 303)
    if status == 409:
        assert "12 maart 2027 om 23:59:00 uur" in answer.text
        assert "Vraag je school om uitstel." in answer.text


def test_the_clock_is_read_when_the_request_comes_in_not_when_it_is_its_turn(
    browser, app, enrolment, monkeypatch
) -> None:
    """A request that waits for other writers keeps the instant at which it arrived."""
    from assessment.submissions import routes

    db.session.add(
        Deadline(school_id=enrolment.school_id, cohort_id=enrolment.cohort_id, work_process=W1, at=END)
    )
    with standing_at(END - timedelta(minutes=1)):
        browser.sign_in(enrolment.student)
        seen = seen_by(browser)
    ticks = iter([END])
    monkeypatch.setattr(routes, "now", lambda: next(ticks, END + timedelta(minutes=5)))
    with standing_at(END + timedelta(minutes=5)):
        assert browser.post(HAND_IN, data=YES | {"seen": seen}).status_code == 303


def test_a_double_click_gives_one_snapshot_and_the_same_receipt(browser, enrolment) -> None:
    sent = YES | {"seen": seen_by(browser)}
    first, second = browser.post(HAND_IN, data=sent), browser.post(HAND_IN, data=sent)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.location == second.location
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Snapshot)) == 1


def test_work_that_changed_after_the_preview_is_not_frozen_unseen(browser, enrolment) -> None:
    seen = seen_by(browser)
    an_item(enrolment)
    answer = browser.post(HAND_IN, data=YES | {"seen": seen})
    assert answer.status_code == 409
    assert "Bekijk eerst het nieuwe voorbeeld" in answer.text
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Submission)) == 0


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"own_work": ""}, "Zet hier een vinkje"),
        ({"used_ai": ""}, "Kies ja of nee."),
        ({"used_ai": "yes", "ai_use": " "}, "Schrijf hieronder ook waarvoor"),
        ({"ai_use": "x\x00"}, "een teken dat wij niet kunnen bewaren"),
        ({"ai_use": "x" * 4001}, "te lang"),
    ],
)
def test_a_declaration_with_faults_comes_back_as_it_was(browser, enrolment, fields, message) -> None:
    sent = YES | {"seen": seen_by(browser)} | fields
    answer = browser.post(HAND_IN, data={name: value for name, value in sent.items() if value})
    assert answer.status_code == 422
    assert message in answer.text
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Submission)) == 0


def test_an_undeclared_field_is_refused(browser, enrolment) -> None:
    assert hand_in(browser, submitted_at="2020-01-01").status_code == 422


def test_handed_in_work_is_locked_for_its_maker(browser, enrolment) -> None:
    assert not locked_reasons(enrolment.id)
    hand_in(browser)
    [(process, reason)] = locked_reasons(enrolment.id).items()
    assert process == W1
    assert "ingeleverd" in reason


def test_taking_back_is_possible_until_an_assessor_opens_it(browser, school, enrolment) -> None:
    two = two_assessors(school)
    for seat, assessor in enumerate(two, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    receipt = hand_in(browser).location
    back = receipt.replace("ontvangstbewijs", "terughalen")
    assert "Haal je werk terug" in browser.get(receipt).text
    assert browser.post(back).status_code == 303
    assert only_submission().state is SubmissionState.DRAFT
    assert not locked_reasons(enrolment.id)
    an_item(enrolment)
    hand_in(browser)
    versions = db.session.scalars(sa.select(Snapshot.sequence).order_by(Snapshot.sequence)).all()
    assert versions == [1, 2]
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Assessment)) == 2
    opened_by(two[0], only_submission())
    answer = browser.post(back)
    assert answer.status_code == 409
    assert "Een beoordelaar is al begonnen" in answer.text
    assert "Haal je werk terug" not in browser.get(receipt).text


def test_the_allocated_assessors_get_the_work(browser, school, enrolment) -> None:
    two = two_assessors(school)
    for seat, assessor in enumerate(two, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    hand_in(browser)
    rows = db.session.scalars(sa.select(Assessment).order_by(Assessment.seat)).all()
    assert [(row.seat, row.assessor_id, row.state) for row in rows] == [
        (1, two[0].id, AssessmentState.ASSIGNED),
        (2, two[1].id, AssessmentState.ASSIGNED),
    ]
    assert rows[0].criteria == [f"W1-{number}" for number in range(1, 8)]


@pytest.mark.parametrize("number", [1, 12])
def test_handing_in_costs_the_same_for_any_amount_of_work(
    browser, school, enrolment, counting, number
) -> None:
    a_submission(an_enrolment(a_cohort(school), school), assessors=two_assessors(school))
    for seat, assessor in enumerate(two_assessors(school), start=1):
        is_allocated(assessor, enrolment, seat=seat)
    for each in range(number):
        an_item(enrolment, text=f"Bron {each}")
    sent = YES | {"seen": seen_by(browser)}
    with counting() as statements:
        assert browser.post(HAND_IN, data=sent).status_code == 303
    assert len(statements) <= 18, list(statements)


def test_work_that_is_done_again_after_a_judgement_is_the_next_attempt(school, student) -> None:
    for state, expected in [
        (SubmissionState.ASSESSED, 1),
        (SubmissionState.SUBMITTED, 2),
        (SubmissionState.ASSESSED, 2),
        (SubmissionState.SUBMITTED, 3),
    ]:
        own = a_submission(an_enrolment(a_cohort(school), school, student=student))
        assert own.attempt == json.loads(own_snapshot(own).body)["attempt"] == expected
        a_submission(an_enrolment(a_cohort(school), school)).state = SubmissionState.ASSESSED  # of another
        own.state = state
        db.session.flush()


def test_the_student_reads_where_it_is_and_never_a_result(browser, school, enrolment, counting) -> None:
    two = two_assessors(school)
    submission = a_submission(enrolment, assessors=two)
    opened_by(two[0], submission)
    page = browser.get(f"/inleveringen/{submission.id}/ontvangstbewijs").text
    assert "Twee mensen beoordelen je werk, los van elkaar." in page
    enrolment_id = enrolment.id
    with counting() as statements:
        found = states(enrolment_id)
    assert len(statements) == 1
    assert found[W1].state is SubmissionState.IN_ASSESSMENT


def test_a_file_of_frozen_work_is_only_a_download(browser, school, enrolment) -> None:
    digest = a_file(enrolment)
    receipt = hand_in(browser).location
    address = receipt.replace("ontvangstbewijs", f"bestanden/{digest}")
    answer = browser.get(address)
    assert answer.data == b"%PDF-1.7 bijlage"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_only_files_of_this_very_snapshot_can_be_had(browser, school, enrolment) -> None:
    a_file(enrolment)
    receipt = hand_in(browser).location
    elsewhere = keep(b"van iemand anders")
    for digest in (elsewhere, "0" * 64, "..%2f..%2fetc"):
        answer = browser.get(receipt.replace("ontvangstbewijs", f"bestanden/{digest}"))
        assert answer.status_code == 404


def test_who_may_read_frozen_work(browser, school, enrolment) -> None:
    two, digest = two_assessors(school), a_file(enrolment)
    for seat, assessor in enumerate(two, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    receipt = hand_in(browser).location
    address = receipt.replace("ontvangstbewijs", f"bestanden/{digest}")
    other_school = a_school()
    expected = [
        (two[0], 200, 403),
        (two[1], 200, 403),
        (a_member(school, Role.BOARD_MEMBER), 200, 200),
        (a_member(school, Role.ASSESSOR), 404, 403),
        (a_member(school, Role.STUDENT), 404, 404),
        (a_member(school, Role.COACH), 403, 403),
        (a_member(school, Role.SCHOOL_ADMIN), 403, 403),
        (a_member(other_school, Role.BOARD_MEMBER), 404, 404),
        (a_member(other_school, Role.STUDENT), 404, 404),
    ]
    for member, of_file, of_receipt in expected:
        browser.sign_in(member)
        assert browser.get(address).status_code == of_file, member.name
        assert browser.get(receipt).status_code == of_receipt, member.name


def test_work_that_was_taken_back_is_out_of_the_hands_of_assessors(browser, school, enrolment) -> None:
    two, digest = two_assessors(school), a_file(enrolment)
    for seat, assessor in enumerate(two, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    receipt = hand_in(browser).location
    browser.post(receipt.replace("ontvangstbewijs", "terughalen"))
    browser.sign_in(two[0])
    assert browser.get(receipt.replace("ontvangstbewijs", f"bestanden/{digest}")).status_code == 404
    assert "Begin met beoordelen" not in browser.get("/beoordelen").text


def test_nobody_hands_in_or_takes_back_for_another(browser, school, enrolment) -> None:
    submission = a_submission(enrolment)
    back = f"/inleveringen/{submission.id}/terughalen"
    for member in (a_member(school, Role.STUDENT), a_member(a_school(), Role.STUDENT)):
        browser.sign_in(member)
        assert browser.get(HAND_IN).status_code == 404
        assert browser.post(HAND_IN, data=YES | {"seen": "0" * 64}).status_code == 404
        assert browser.post(back).status_code == 404
    assert browser.get("/inleveren/D9-K1-W1").status_code == 404
    assert browser.post(f"/inleveringen/{new_id()}/terughalen").status_code == 404


def test_a_paused_enrolment_hands_nothing_in(browser, enrolment) -> None:
    seen = seen_by(browser)
    db.session.execute(sa.update(Enrolment).values(state="paused"))
    assert browser.post(HAND_IN, data=YES | {"seen": seen}).status_code == 409


def test_a_second_keuzedeel_needs_no_line_of_code(client, school) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school, keuzedeel="t9-buurtsport"), school, student=student)
    client.sign_in(student)
    page = client.get("/inleveren/T9-K1-W1").text
    seen = re.search(r'name="seen" value="(\w{64})"', page)[1]
    answer = client.post("/inleveren/T9-K1-W1", data=YES | {"seen": seen})
    assert "Gecontroleerd" in client.get(answer.location).text
