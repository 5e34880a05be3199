"""The desk: saving, versions, conflicts, signing, giving back, and who may not come near."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.scoring.models import Score, Signature
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.snapshots import hash_of
from assessment.submissions.workflow import SubmissionState
from enrolment.models import Enrolment
from foundation.audit.models import AuditEntry
from foundation.database import db, new_id
from foundation.mail.models import MailMessage
from tests.factories.assessments import a_submission, opened_by, scored_by, seat_of, signed_by
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school


@pytest.fixture
def submission(school, two):
    return a_submission(an_enrolment(a_cohort(school), school), assessors=two)


@pytest.fixture
def desk(client, two, submission):
    """The address of an opened desk, with its assessor signed in."""
    assessment = opened_by(two[0], submission)
    client.sign_in(two[0])
    return f"/beoordelen/{assessment.id}"


def save(client, desk, code="W1-1", **fields):
    values = {"level": "V", "justification": "Te zien.", "evidence": "", "version": 0} | fields
    return client.save(f"{desk}/criteria/{code}", **values)


def scores(submission):
    return {s.criterion: s for s in db.session.scalars(sa.select(Score))}


def test_the_worklist_leads_to_the_desk_and_opening_is_a_post(client, two, submission) -> None:
    assessment = seat_of(submission, two[0])
    client.sign_in(two[0])
    assert "Begin met beoordelen" in client.get("/beoordelen").text
    waiting = client.get(f"/beoordelen/{assessment.id}")
    assert "Dit werk wacht op jou" in waiting.text
    assert seat_of(submission, two[0]).state is AssessmentState.ASSIGNED
    answer = client.post(f"/beoordelen/{assessment.id}/openen")
    assert answer.location == f"/beoordelen/{assessment.id}"
    page = client.get(answer.location).text
    assert page.count("data-criterion") == 7
    assert page.count("data-autosave") == 7
    assert seat_of(submission, two[0]).state is AssessmentState.IN_PROGRESS
    assert "Ga verder" in client.get("/beoordelen").text


def test_no_level_is_preset(client, desk) -> None:
    page = client.get(desk).text
    assert len(re.findall(r'value="" checked', page)) == 7
    assert not re.findall(r'value="[OVG]" checked', page)


def test_a_save_gives_the_new_version_and_the_progress(client, desk, submission) -> None:
    first = save(client, desk).json
    assert first["version"] == 1
    assert "1 van 7" in first["fragments"]["#desk-progress"]
    second = save(client, desk, level="G", version=1).json
    assert second["version"] == 2
    assert (scores(submission)["W1-1"].level, scores(submission)["W1-1"].version) == ("G", 2)


def test_a_level_without_a_justification_is_kept_but_does_not_count(client, desk, two, submission) -> None:
    assert "0 van 7" in save(client, desk, justification="").json["fragments"]["#desk-progress"]
    assert seat_of(submission, two[0]).scored == 0
    assert scores(submission)["W1-1"].level == "V"


def test_two_clients_on_one_score_meet_a_conflict_with_both_texts(client, desk, submission) -> None:
    save(client, desk, justification="Eerste tab.")
    answer = save(client, desk, level="O", justification="Tweede tab.")
    assert answer.status_code == 409
    assert answer.json["version"] == 1
    assert answer.json["theirs"]["justification"]["text"] == "Eerste tab."
    assert answer.json["theirs"]["level"] == {"label": "Oordeel", "text": "Voldoende", "value": "V"}
    assert scores(submission)["W1-1"].justification == "Eerste tab."


def test_a_save_whose_answer_got_lost_may_be_sent_again(client, desk) -> None:
    save(client, desk)
    again = save(client, desk)
    assert (again.status_code, again.json["version"]) == (200, 1)


def test_without_script_a_conflict_gives_the_typed_text_back(client, desk) -> None:
    save(client, desk, justification="Eerste tab.")
    typed = {
        "level": "O",
        "justification": "Een lange tekst die niet weg mag zijn.",
        "evidence": "",
        "version": 0,
    }
    answer = client.post(f"{desk}/criteria/W1-1", data=typed)
    assert answer.status_code == 409
    assert "Een lange tekst die niet weg mag zijn." in answer.text


def test_several_criteria_at_once_are_two_statements_of_their_own(client, desk, submission, counting) -> None:
    def all_of(version, level):
        return {
            f"W1-{n}-{field}": value
            for n in range(1, 8)
            for field, value in {
                "level": level,
                "justification": "Te zien.",
                "evidence": "",
                "version": version,
            }.items()
        }

    def one_of(version, level):
        return {name: value for name, value in all_of(version, level).items() if name.startswith("W1-1-")}

    client.get(desk)
    with counting() as single:
        assert client.save(f"{desk}/criteria", **one_of(0, "V")).status_code == 200
    with counting() as several:
        assert client.save(f"{desk}/criteria", **(all_of(0, "V") | one_of(1, "V"))).status_code == 200
    assert len(several) == len(single) <= 6, several
    assert len(scores(submission)) == 7
    late = client.save(f"{desk}/criteria", **all_of(1, "G"))
    assert late.status_code == 409
    assert {score.level for score in scores(submission).values()} == {"V"}


def test_saving_one_score_is_at_most_six_statements(client, desk, counting) -> None:
    client.get(desk)
    for version in range(3):
        with counting() as statements:
            save(client, desk, justification=f"Tekst {version}.", version=version)
        assert len(statements) <= 6, statements


@pytest.mark.parametrize("field", ["level", "justification", "evidence"])
@pytest.mark.parametrize(
    "text", ["👩🏽‍🌾 é", "مرحبا", "e\u0301", "x" * 12_000, "a\x00b", "\ud800"], ids=lambda t: ascii(t)[:12]
)
def test_any_text_is_stored_or_refused_at_the_field(client, desk, field, text) -> None:
    try:
        answer = save(client, desk, **{field: text})
    except UnicodeEncodeError:
        text = "\ufffd"
        answer = save(client, desk, **{field: text})
    assert answer.status_code in {200, 422}
    if answer.status_code == 422:
        assert field in answer.json["errors"]


def test_unknown_criteria_levels_and_fields_are_refused(client, desk) -> None:
    assert save(client, desk, code="W2-1").status_code == 404
    assert save(client, desk, level="X").status_code == 422
    assert save(client, desk, seat=2).status_code == 422
    assert client.save(f"{desk}/criteria/W1-1", level="V").status_code == 422


def test_signing_needs_every_level_and_justification(client, desk, two, submission) -> None:
    scored_by(two[0], submission, criteria=[f"W1-{n}" for n in range(1, 7)])
    page = client.get(desk).text
    assert re.search(r'<button[^>]*disabled[^>]*aria-describedby="desk-why"', page)
    assert client.post(f"{desk}/ondertekenen", data={"seen": "0" * 64}).status_code == 409
    assert "Onderteken</button>" not in client.get(f"{desk}/ondertekenen").text


def sign(client, desk):
    seen = re.search(r'name="seen"[^>]*value="(\w{64})"', client.get(f"{desk}/ondertekenen").text)[1]
    return client.post(f"{desk}/ondertekenen", data={"seen": seen})


def test_a_signed_assessment_is_fixed_and_shown_read_only(client, desk, two, submission) -> None:
    scored_by(two[0], submission)
    assert sign(client, desk).status_code == 303
    signature = db.session.scalars(sa.select(Signature)).one()
    assert hash_of(signature.body) == signature.sha256
    page = client.get(desk).text
    assert signature.sha256[:16] in page
    assert "<textarea" not in page
    assert save(client, desk, version=1).status_code == 409
    assert client.post(f"{desk}/weigeren", data={"reason": "Toch niet."}).status_code == 409
    entry = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.act == "assessment.signed")).one()
    assert entry.details["sha256"] == signature.sha256
    for statement in ("UPDATE signature SET body = ''", "DELETE FROM signature"):
        with pytest.raises(sa.exc.DBAPIError), db.session.begin_nested():
            db.session.execute(sa.text(statement))


def test_one_signs_what_one_read(client, desk, two, submission) -> None:
    scored_by(two[0], submission)
    page = client.get(f"{desk}/ondertekenen").text
    seen = re.search(r'name="seen"[^>]*value="(\w{64})"', page)[1]
    save(client, desk, level="O", justification="Net nog veranderd.", version=1)
    refused = client.post(f"{desk}/ondertekenen", data={"seen": seen})
    assert refused.status_code == 409
    assert "Net nog veranderd." in refused.text
    assert seat_of(submission, two[0]).state is AssessmentState.IN_PROGRESS
    seen = re.search(r'name="seen"[^>]*value="(\w{64})"', refused.text)[1]
    assert client.post(f"{desk}/ondertekenen", data={"seen": seen}).status_code == 303


def test_who_signs_twice_or_comes_back_hears_that_it_is_signed(client, desk, two, submission) -> None:
    scored_by(two[0], submission)
    page = client.get(f"{desk}/ondertekenen").text
    seen = re.search(r'name="seen"[^>]*value="(\w{64})"', page)[1]
    assert client.post(f"{desk}/ondertekenen", data={"seen": seen}).status_code == 303
    assert client.post(f"{desk}/ondertekenen", data={"seen": seen}).headers["Location"] == desk
    assert "Je hebt dit werk al ondertekend" in client.get(desk).text
    assert len(db.session.scalars(sa.select(Signature)).all()) == 1
    for page in ("ondertekenen", "alles"):
        assert client.get(f"{desk}/{page}").headers["Location"] == desk


def test_the_way_to_signing_stands_below_the_last_criterion_too(client, desk, two, submission) -> None:
    scored_by(two[0], submission, criteria=[f"W1-{n}" for n in range(1, 7)])
    assert re.search(r'id="desk-sign-end"><button[^>]*disabled', client.get(desk).text)
    answer = save(client, desk, code="W1-7")
    assert f'href="{desk}/ondertekenen"' in answer.json["fragments"]["#desk-sign-end"]


def test_incomplete_work_goes_back_with_a_reason_and_drafts_stay(client, desk, two, submission) -> None:
    save(client, desk)
    assert client.post(f"{desk}/niet-compleet", data={"reason": ""}).status_code == 422
    client.post(f"{desk}/niet-compleet", data={"reason": "De bronnenlijst ontbreekt."})
    db.session.refresh(submission)
    assert submission.state is SubmissionState.RETURNED
    assert submission.return_reason == "De bronnenlijst ontbreekt."
    kinds = db.session.scalars(sa.select(MailMessage.kind)).all()
    assert "submission.returned" in kinds
    assert save(client, desk, version=1).status_code == 409
    a_submission(db.session.get_one(Enrolment, submission.enrolment_id))
    assert "Begin met beoordelen" in client.get(desk).text
    client.post(f"{desk}/openen")
    page = client.get(desk).text
    assert "Versie 2" in page
    assert "Te zien." in page


def test_declined_work_leaves_the_list(client, desk) -> None:
    client.post(f"{desk}/weigeren", data={"reason": "Ik ken deze student."})
    assert "Wacht op jou" in client.get("/beoordelen").text
    assert "Ga verder" not in client.get("/beoordelen").text
    assert (
        "Je beoordeelt dit werk niet meer" in client.get(f"{desk}/ondertekenen", follow_redirects=True).text
    )


def addresses(assessment_id):
    base = f"/beoordelen/{assessment_id}"
    yield from (("GET", base), ("GET", f"{base}/alles"), ("GET", f"{base}/ondertekenen"))
    yield ("GET", f"{base}/teruggeven")
    for part in ("openen", "criteria", "criteria/W1-1", "ondertekenen", "niet-compleet", "weigeren"):
        yield ("POST", f"{base}/{part}")


def test_nobody_judges_what_is_not_theirs(client, two, submission) -> None:
    mine = seat_of(submission, two[0]).id
    strangers = [two[1], a_member(a_school(), Role.ASSESSOR)]
    before = db.session.execute(sa.text("SELECT state, scored, version FROM assessment ORDER BY id")).all()
    for stranger in strangers:
        client.sign_in(stranger)
        for method, address in addresses(mine):
            assert client.open(address, method=method, data={}).status_code == 404, (method, address)
            there = address.replace(str(mine), str(new_id()))
            assert client.open(there, method=method, data={}).status_code == 404
    after = db.session.execute(sa.text("SELECT state, scored, version FROM assessment ORDER BY id")).all()
    assert before == after


@pytest.mark.parametrize("role", [Role.STUDENT, Role.COACH, Role.BOARD_MEMBER, Role.SCHOOL_ADMIN])
def test_other_roles_have_no_desk(client, school, two, submission, role) -> None:
    client.sign_in(a_member(school, role))
    for method, address in [*addresses(seat_of(submission, two[0]).id), ("GET", "/beoordelen")]:
        assert client.open(address, method=method, data={}).status_code == 403


def test_what_is_signed_by_both_leads_to_the_agreement(client, school, desk, two, submission) -> None:
    signed_by(two[1], submission, {"W1-2": "O"})
    assert "overeenstemming" not in client.get(desk).text
    scored_by(two[0], submission)
    sign(client, desk)
    assert "/overeenstemming/" in client.get(desk).text
    assert "Samen bespreken" in client.get("/beoordelen").text
    client.sign_in(a_member(school, Role.ASSESSOR))
    assert "Samen bespreken" not in client.get("/beoordelen").text
