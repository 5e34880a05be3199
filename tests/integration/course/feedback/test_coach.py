"""A coach sees who is stuck, confirms hours and gives reactions."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import sqlalchemy as sa

from accounts.schools.models import Membership, Role
from course.coaching.queries import PAGE
from course.feedback.models import Feedback
from course.hours.models import HourEntry
from course.hours.workflow import HourState
from course.portfolio.models import Evidence, EvidenceCriterion, EvidenceKind
from enrolment.models import Deadline
from enrolment.workflow import EnrolmentState
from foundation.audit.models import AuditEntry
from foundation.clock import now, today
from foundation.database import db
from foundation.storage.actions import keep
from tests.client import Client
from tests.factories.assessments import a_submission
from tests.factories.enrolments import a_cohort, an_enrolment, coaches
from tests.factories.learning import HARD_TEXTS, W1, a_reaction, some_hours
from tests.factories.people import a_member, a_school

SOME_ID = "01a20323-75f7-7bea-b9b5-38a546050139"


@pytest.fixture
def coach(client: Client, school):
    made = a_member(school, Role.COACH)
    client.sign_in(made)
    return made


@pytest.fixture
def enrolment(school, coach):
    made = an_enrolment(
        a_cohort(school), school, student=a_member(school, Role.STUDENT, name="Samira El Idrissi")
    )
    coaches(coach, made)
    return made


def seen(*entries: HourEntry) -> dict:
    return {"seen": ",".join(f"{each.id}:{each.version}" for each in entries)}


def a_file(enrolment) -> Evidence:
    row = Evidence(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        kind=EvidenceKind.FILE,
        title="Verslag",
        sha256=keep(b"%PDF-1.7 verslag"),
        size=16,
        content_type="application/pdf",
        created_at=now(),
        criteria=[
            EvidenceCriterion(school_id=enrolment.school_id, enrolment_id=enrolment.id, criterion="W1-1")
        ],
    )
    db.session.add(row)
    db.session.flush()
    return row


def state_of(entry: HourEntry) -> HourState:
    return db.session.get_one(HourEntry, entry.id).state


def acts() -> list[AuditEntry]:
    done = sa.select(AuditEntry).where(AuditEntry.act != "access.refused")
    return list(db.session.scalars(done.order_by(AuditEntry.sequence)))


def test_the_list_holds_the_own_students_only(client: Client, school, coach, enrolment) -> None:
    ended = an_enrolment(enrolment.cohort, school, student=a_member(school, Role.STUDENT, name="Niet meer"))
    coaches(coach, ended).ended_at = now()
    an_enrolment(enrolment.cohort, school, student=a_member(school, Role.STUDENT, name="Van een ander"))
    page = client.get("/begeleiden").text
    assert "Samira El Idrissi" in page
    assert "Niet meer" not in page
    assert "Van een ander" not in page


def test_says_who_is_stuck_and_what_to_do(client: Client, enrolment) -> None:
    enrolment.cohort.starts_on = today() - timedelta(days=100)
    enrolment.cohort.ends_on = today() + timedelta(days=100)
    at = now() + timedelta(days=3)
    db.session.add(
        Deadline(school_id=enrolment.school_id, cohort_id=enrolment.cohort_id, work_process=W1, at=at)
    )
    page = client.get("/begeleiden").text
    assert "1 student heeft nu misschien hulp nodig." in page
    assert "W1 moet binnen 3 dagen af zijn" in page
    assert "Al 100 dagen niets gedaan." in page
    assert "uur achter op het schema" in page
    assert page.count("Bekijk het werk aan W1 en geef een reactie") == 1


def test_the_list_is_paged_by_key(client: Client, school, coach, enrolment) -> None:
    for number in range(PAGE):
        coaches(
            coach,
            an_enrolment(
                enrolment.cohort, school, student=a_member(school, Role.STUDENT, name=f"Student {number % 7}")
            ),
        )
    first = client.get("/begeleiden").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following
    second = client.get(following[1]).text
    links = re.findall(r'<th [^>]*><a href="([^"]+)"', first + second)
    assert len(links) == len(set(links)) == PAGE + 1


def test_a_whole_week_is_confirmed_at_once(client: Client, coach, enrolment) -> None:
    one, two = some_hours(enrolment, minutes=61), some_hours(enrolment, minutes=50)
    page = client.get(f"/begeleiden/{enrolment.id}").text
    assert f"{one.id}:1,{two.id}:1" in page or f"{two.id}:1,{one.id}:1" in page
    assert client.post(f"/begeleiden/{enrolment.id}/uren", data=seen(one, two)).status_code == 303
    assert state_of(one) is state_of(two) is HourState.CONFIRMED
    confirmed = db.session.get_one(HourEntry, one.id)
    assert confirmed.confirmed_by_id == coach.id
    assert confirmed.confirmed_at is not None
    [entry] = acts()
    assert (entry.act, entry.details) == ("hours.confirmed", {"minutes": 111, "entries": 2})


def test_only_what_was_seen_is_confirmed(client: Client, enrolment) -> None:
    one, two = some_hours(enrolment), some_hours(enrolment)
    stale = seen(one, two)
    one.minutes = 600
    db.session.flush()
    assert client.post(f"/begeleiden/{enrolment.id}/uren", data=stale).status_code == 409
    assert state_of(one) is state_of(two) is HourState.LOGGED
    assert acts() == []


def test_hours_of_another_student_are_not_confirmed(client: Client, school, enrolment) -> None:
    mine, other = some_hours(enrolment), some_hours(an_enrolment(enrolment.cohort, school))
    assert client.post(f"/begeleiden/{enrolment.id}/uren", data=seen(mine, other)).status_code == 404
    assert state_of(mine) is state_of(other) is HourState.LOGGED


@pytest.mark.parametrize(
    "text", ["", "x", "a:b", SOME_ID, f"{SOME_ID}:1:2", "\x00", "," * 900, f"{SOME_ID}:{9**40}"]
)
def test_a_broken_list_is_refused(client: Client, enrolment, text: str) -> None:
    answer = client.post(f"/begeleiden/{enrolment.id}/uren", data={"seen": text})
    assert answer.status_code in {404, 422}


def test_a_proposal_or_confirmed_entry_is_not_confirmed(client: Client, enrolment) -> None:
    for state in (HourState.PROPOSED, HourState.CONFIRMED):
        entry = some_hours(enrolment, state=state)
        assert client.post(f"/begeleiden/{enrolment.id}/uren", data=seen(entry)).status_code == 409
        assert state_of(entry) is state


def test_a_question_reaches_the_student(client: Client, enrolment) -> None:
    entry = some_hours(enrolment)
    path = f"/begeleiden/{enrolment.id}/uren/{entry.id}/vraag"
    answer = client.post(path, data={"question": "   ", "version": 1})
    assert answer.status_code == 422
    assert "Schrijf eerst je vraag." in answer.text
    assert client.post(path, data={"question": "Met wie sprak je?", "version": 1}).status_code == 303
    assert client.post(path, data={"question": "Nog een keer?", "version": 2}).status_code == 409
    [asked] = acts()
    assert (asked.act, asked.details) == ("hours.questioned", {"minutes": 90})
    client.sign_in(db.session.get_one(Membership, enrolment.student_id))
    assert "Met wie sprak je?" in client.get(f"/uren/{entry.id}").text


def test_reads_the_work_and_gives_a_reaction(client: Client, coach, enrolment) -> None:
    path = f"/begeleiden/{enrolment.id}/werk/{W1}"
    assert "Een reactie is geen cijfer" in client.get(path).text
    body = "Sterk dat je drie bronnen naast elkaar legt."
    assert client.post(path, data={"criterion": "W1-1", "body": body}).status_code == 303
    given = db.session.scalars(sa.select(Feedback)).one()
    assert (given.criterion, given.work_process, given.author_id) == ("W1-1", W1, coach.id)
    assert body in client.get(path).text
    [entry] = acts()
    assert (entry.act, entry.details) == ("feedback.given", {"work_process": W1, "criterion": "W1-1"})
    client.sign_in(db.session.get_one(Membership, enrolment.student_id))
    assert body in client.get("/reacties").text


def test_the_work_says_whether_it_can_still_change(client: Client, enrolment) -> None:
    path = f"/begeleiden/{enrolment.id}/werk/{W1}"
    assert "Tot het inleveren kan het nog veranderen." in client.get(path).text
    enrolment.state = EnrolmentState.PAUSED
    assert "De inschrijving is nu niet actief." in client.get(path).text
    enrolment.state = EnrolmentState.ACTIVE
    a_submission(enrolment)
    page = client.get(path).text
    assert "Dit werk is ingeleverd. De student kan het nu niet veranderen." in page
    assert "Tot het inleveren" not in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"body": " \n "}, "Schrijf eerst je reactie."),
        ({"criterion": "W2-1"}, "Kies een criterium uit de lijst."),
        ({"body": "x" * 5001}, "Gebruik hooguit 5000 tekens."),
    ],
)
def test_nothing_is_lost_on_a_mistake(client: Client, enrolment, fields: dict, sentence: str) -> None:
    sent = {"criterion": "", "body": "Mijn lange reactie"} | fields
    answer = client.post(f"/begeleiden/{enrolment.id}/werk/{W1}", data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert sent["body"].strip() in answer.text
    assert db.session.scalars(sa.select(Feedback)).all() == []


def test_a_file_of_the_student_can_be_downloaded(client: Client, school, enrolment) -> None:
    mine, other = a_file(enrolment), a_file(an_enrolment(enrolment.cohort, school))
    path = f"/begeleiden/{enrolment.id}/bewijs"
    assert f"{path}/{mine.id}" in client.get(f"/begeleiden/{enrolment.id}/werk/{W1}").text
    answer = client.get(f"{path}/{mine.id}")
    assert answer.data == b"%PDF-1.7 verslag"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert client.get(f"{path}/{other.id}").status_code == 404


def test_work_that_is_handed_in_needs_no_help(client: Client, enrolment) -> None:
    at = now() + timedelta(days=3)
    db.session.add(
        Deadline(school_id=enrolment.school_id, cohort_id=enrolment.cohort_id, work_process=W1, at=at)
    )
    assert "W1 moet binnen 3 dagen af zijn" in client.get("/begeleiden").text
    a_submission(enrolment)
    assert "W1 moet binnen" not in client.get("/begeleiden").text


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_any_text_is_shown_right_or_refused(client: Client, enrolment, text) -> None:
    entry = some_hours(enrolment)
    path = f"/begeleiden/{enrolment.id}"
    for where, data in (
        (f"{path}/werk/{W1}", {"criterion": "", "body": text}),
        (f"{path}/werk/{W1}", {"criterion": text, "body": "Goed"}),
        (f"{path}/uren/{entry.id}/vraag", {"question": text, "version": 1}),
        (f"{path}/uren/{entry.id}/vraag", {"question": "Hoe?", "version": text}),
        (f"{path}/uren", {"seen": text}),
    ):
        assert client.post(where, data=data).status_code in {303, 409, 422}
    assert client.get(path).status_code == 200
    assert client.get(f"{path}/werk/{W1}").status_code == 200


def test_what_is_over_can_be_read_and_not_changed(client: Client, enrolment) -> None:
    entry = some_hours(enrolment)
    enrolment.state = EnrolmentState.COMPLETED
    path = f"/begeleiden/{enrolment.id}"
    assert client.get(path).status_code == 200
    assert client.post(f"{path}/uren", data=seen(entry)).status_code == 409
    assert client.post(f"{path}/werk/{W1}", data={"body": "Hoi", "criterion": ""}).status_code == 409
    assert state_of(entry) is HourState.LOGGED


def test_students_of_others_do_not_exist(client: Client, school, coach, enrolment) -> None:
    elsewhere = a_school()
    strangers = [an_enrolment(enrolment.cohort, school), an_enrolment(a_cohort(elsewhere), elsewhere)]
    ended = an_enrolment(enrolment.cohort, school)
    coaches(coach, ended).ended_at = now()
    for other in (*strangers, ended):
        entry = some_hours(other)
        path = f"/begeleiden/{other.id}"
        assert client.get(path).status_code == 404
        assert client.get(f"{path}/werk/{W1}").status_code == 404
        assert client.post(f"{path}/werk/{W1}", data={"body": "Hoi", "criterion": ""}).status_code == 404
        assert client.post(f"{path}/uren", data=seen(entry)).status_code == 404
        assert (
            client.post(f"{path}/uren/{entry.id}/vraag", data={"question": "?", "version": 1}).status_code
            == 404
        )
        own = f"/begeleiden/{enrolment.id}/uren/{entry.id}/vraag"
        assert client.post(own, data={"question": "?", "version": 1}).status_code == 404
        assert state_of(entry) is HourState.LOGGED
    assert client.get(f"/begeleiden/{enrolment.id}/werk/bestaat-niet").status_code == 404
    assert acts() == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COACH])
def test_other_roles_have_no_students(client: Client, school, enrolment, role: Role) -> None:
    client.sign_in(a_member(school, role))
    assert client.get("/begeleiden").status_code == 403
    assert client.get(f"/begeleiden/{enrolment.id}").status_code == 403


@pytest.mark.parametrize("others", [10, 300])
def test_the_number_of_statements_has_a_ceiling(
    client: Client, school, coach, enrolment, counting, others: int
) -> None:
    some_hours(enrolment)
    a_reaction(coach, enrolment)
    for _number in range(others):
        other = an_enrolment(enrolment.cohort, school)
        coaches(coach, other)
        some_hours(other)
    for path, most in (("", 8), (f"/{enrolment.id}", 11), (f"/{enrolment.id}/werk/{W1}", 7)):
        with counting() as statements:
            assert client.get(f"/begeleiden{path}").status_code == 200
        assert len(statements) <= most, path
