"""The page of the two: side by side, versions, foreign people, and no result for the student."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.agreement.models import FinalRows
from enrolment.models import Enrolment
from foundation.database import db, new_id
from foundation.mail import actions as mail
from foundation.mail.models import MailMessage
from tests.factories.assessments import (
    W1,
    a_submission,
    agreement_of,
    signed_by,
    student_of,
)
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school


@pytest.fixture
def submission(school, two):
    made = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    signed_by(two[0], made, {"W1-3": "O", "W1-5": "G"}, words="Zo zag Henk het")
    signed_by(two[1], made, words="Zo zag Marloes het")
    return made


@pytest.fixture
def table(submission):
    return f"/overeenstemming/{agreement_of(submission).id}"


def propose(client, table, code, level="V", version=0, justification="Na overleg."):
    fields = {"level": level, "justification": justification, "version": version}
    return client.post(f"{table}/rijen/{code}", data=fields)


def test_both_judgements_stand_side_by_side_for_differing_rows_only(client, two, table) -> None:
    client.sign_in(two[0])
    page = client.get(table).text
    assert "Zo zag Henk het: W1-3." in page
    assert "Zo zag Marloes het: W1-3." in page
    assert "Zo zag Marloes het: W1-1." not in page
    assert "Jullie verschillen bij 2 criteria." in page


def test_the_two_agree_row_by_row_until_it_stands(client, two, table) -> None:
    client.sign_in(two[0])
    assert propose(client, table, "W1-3").status_code == 303
    assert propose(client, table, "W1-5", "G").status_code == 303
    client.sign_in(two[1])
    page = client.get(table).text
    assert page.count(">Eens met dit voorstel<") == 2
    assert client.post(f"{table}/rijen/W1-3/eens", data={"version": 1}).status_code == 303
    assert "1 van 2" in client.get(table).text
    client.post(f"{table}/rijen/W1-5/eens", data={"version": 1})
    page = client.get(table).text
    assert "De rijen staan vast." in page
    assert "<textarea" not in page
    assert propose(client, table, "W1-3", version=1).status_code == 409


def test_an_incomplete_proposal_comes_back_as_it_was(client, two, table) -> None:
    client.sign_in(two[0])
    answer = propose(client, table, "W1-3", level="", justification="Deze woorden blijven staan.")
    assert answer.status_code == 422
    assert "Kies een oordeel." in answer.text
    assert "Deze woorden blijven staan." in answer.text
    assert propose(client, table, "W1-3", level="X").status_code == 422
    assert propose(client, table, "W1-3", justification="").status_code == 422


def test_two_tabs_of_one_assessor_meet_a_conflict_with_both_texts(client, two, table) -> None:
    client.sign_in(two[0])
    propose(client, table, "W1-3", justification="Uit de eerste tab, met genoeg woorden.")
    fields = {"level": "O", "justification": "Uit de tweede tab.", "version": 0}
    answer = client.save(f"{table}/rijen/W1-3", **fields)
    assert answer.status_code == 409
    assert answer.json["theirs"]["justification"]["text"] == "Uit de eerste tab, met genoeg woorden."


def test_a_confirmation_of_something_else_than_was_seen_is_refused(client, two, table) -> None:
    client.sign_in(two[0])
    propose(client, table, "W1-3", "V")
    propose(client, table, "W1-3", "G", version=1)
    client.sign_in(two[1])
    assert client.post(f"{table}/rijen/W1-3/eens", data={"version": 1}).status_code == 409
    assert client.post(f"{table}/rijen/W1-5/eens", data={"version": 0}).status_code == 409


def test_a_third_is_asked_with_a_reason(client, two, table) -> None:
    client.sign_in(two[0])
    assert client.post(f"{table}/derde", data={"reason": ""}).status_code == 422
    assert client.post(f"{table}/derde", data={"reason": "We komen er niet uit."}).status_code == 303
    assert "Een derde beoordelaar beslist" in client.get(table).text
    assert propose(client, table, "W1-3").status_code == 409


def test_only_the_two_sit_at_the_table(client, school, table) -> None:
    strangers = [a_member(school, Role.ASSESSOR), a_member(a_school(), Role.ASSESSOR)]
    for stranger in strangers:
        client.sign_in(stranger)
        for address in (table, f"/overeenstemming/{new_id()}"):
            assert client.get(address).status_code == 404
            assert propose(client, address, "W1-3").status_code == 404
            assert client.post(f"{address}/rijen/W1-3/eens", data={"version": 1}).status_code == 404
            assert client.post(f"{address}/derde", data={"reason": "Zomaar."}).status_code == 404
    for role in (Role.STUDENT, Role.COACH, Role.SCHOOL_ADMIN, Role.BOARD_MEMBER):
        client.sign_in(a_member(school, role))
        assert client.get(table).status_code == 403


def test_the_page_costs_the_same_for_one_row_or_seven(client, school, two, counting) -> None:
    client.sign_in(two[0])
    costs = []
    for levels in ({"W1-1": "O"}, "O"):
        submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
        signed_by(two[0], submission, levels)
        signed_by(two[1], submission)
        address = f"/overeenstemming/{agreement_of(submission).id}"
        client.get(address)
        with counting() as statements:
            client.get(address)
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 5


def words_of(answer):
    """Read an answer as text, also what stands inside a workbook or an archive."""
    if not answer.data.startswith(b"PK"):
        return answer.data.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        return " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


def test_no_result_leaks_to_the_student_before_it_is_announced(client, two, submission, table) -> None:
    canary = "Kanarie4711"
    for who in two:
        client.sign_in(who)
        propose(client, table, "W1-3", justification=f"{canary} woorden.")
        propose(client, table, "W1-5", justification=f"{canary} woorden.")
    assert db.session.scalars(sa.select(FinalRows)).one()
    student = student_of(db.session.get_one(Enrolment, submission.enrolment_id))
    client.sign_in(student)
    seen = []
    for rule in client.application.url_map.iter_rules():
        if "GET" not in rule.methods or rule.rule.startswith("/static"):
            continue
        known = {"submission_id": submission.id, "work_process": W1, "sha256": "0" * 64}
        if rule.arguments <= known.keys():
            seen.append(words_of(client.get(rule.build(known)[1])))
    assert len(seen) > 5
    letters = db.session.scalars(sa.select(MailMessage).where(MailMessage.person_id == student.person_id))
    told = [mail._composers[each.kind](each) for each in letters]
    assert any("bekeken" in letter.subject for letter in told)
    everything = " ".join([*seen, *(f"{letter.subject} {letter.body}" for letter in told)])
    assert canary not in everything
    assert not re.search("Zo zag (Henk|Marloes) het", everything)
