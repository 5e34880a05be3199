"""The front door: what a student does next, and where staff goes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.schools.models import Role
from course.progress.places import headings
from course.progress.studying import begin_lesson
from enrolment.catalogue import keuzedeel
from enrolment.models import Deadline
from foundation.clock import now
from foundation.database import db
from tests.client import Client
from tests.factories.assessments import a_submission
from tests.factories.decisions import a_board_member, a_finished_dossier, announced
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.people import a_member
from tests.factories.work import a_full_piece

CEILING = 10


def _student(school):
    enrolment = an_enrolment(a_cohort(school), school)
    return enrolment, enrolment.student


def test_who_begins_is_sent_to_the_first_lesson(client: Client, school) -> None:
    _enrolment, student = _student(school)
    client.sign_in(student)
    page = client.get("/").text
    assert "Begin met deze les" in page
    assert "0 van 240 uur" in page


def test_who_has_evidence_everywhere_and_a_date_is_told_to_hand_in(client: Client, school) -> None:
    enrolment, student = _student(school)
    a_full_piece(enrolment, "D1-K1-W1")
    soon = now() + timedelta(days=3)
    row = Deadline(school_id=school.id, cohort_id=enrolment.cohort_id, work_process="D1-K1-W1", at=soon)
    db.session.add(row)
    client.sign_in(student)
    page = client.get("/").text
    assert "je kunt inleveren" in page
    assert "Over 3 dagen" in page


def test_who_must_write_is_led_to_the_first_part_that_is_not_ready(client: Client, school) -> None:
    enrolment, student = _student(school)
    soon = now() + timedelta(days=3)
    row = Deadline(school_id=school.id, cohort_id=enrolment.cohort_id, work_process="D1-K1-W1", at=soon)
    db.session.add(row)
    client.sign_in(student)
    page = client.get("/").text
    assert "Begin met Bronnen" in page
    assert "Lever je werk in vóór" in page
    assert 'href="/werk/wijkanalyse/bronnen"' in page


def test_who_must_write_still_finds_where_reading_goes_on(client: Client, school) -> None:
    enrolment, student = _student(school)
    row = Deadline(
        school_id=school.id,
        cohort_id=enrolment.cohort_id,
        work_process="D1-K1-W1",
        at=now() + timedelta(days=3),
    )
    db.session.add(row)
    client.sign_in(student)
    assert "Begin met lezen:" in client.get("/").text
    lesson = keuzedeel(D1).lesson("cijfers-lezen")
    section = list(headings(lesson))[2]
    begin_lesson(enrolment, lesson, section=section)
    page = client.get("/").text
    assert "Verder waar je was:" in page
    assert f'href="/programma/lessen/cijfers-lezen#{section}"' in page


def test_handed_in_work_waits_without_a_word_about_the_verdict(client: Client, school) -> None:
    enrolment, student = _student(school)
    for number in (1, 2, 3):
        a_submission(enrolment, f"D1-K1-W{number}")
    client.sign_in(student)
    page = client.get("/").text
    assert "al je werk is ingeleverd" in page
    assert "Je hoeft nu niets te doen" in page


def test_who_has_a_result_is_not_sent_to_the_first_assignment(client: Client, school) -> None:
    enrolment = a_finished_dossier(school)
    client.sign_in(enrolment.student)
    assert "opdrachten klaar" in client.get("/").text
    announced(enrolment, a_board_member(school))
    page = client.get("/").text
    assert "je resultaat staat klaar" in page
    assert "opdrachten klaar" not in page


def test_who_has_no_enrolment_is_told_why(client: Client, school) -> None:
    client.sign_in(a_member(school, Role.STUDENT))
    assert "Je zit nog niet in een groep" in client.get("/").text


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.COACH, "/begeleiden"),
        (Role.ASSESSOR, "/beoordelen"),
        (Role.BOARD_MEMBER, "/examencommissie"),
        (Role.SCHOOL_ADMIN, "/groepen"),
    ],
)
def test_staff_goes_to_the_list_they_work_from(client: Client, school, role: Role, place: str) -> None:
    client.sign_in(a_member(school, role))
    assert client.get("/").location == place


def test_the_home_stays_within_its_ceiling_whatever_others_do(client: Client, school, counting) -> None:
    enrolment, student = _student(school)
    a_full_piece(enrolment, "D1-K1-W1")
    for _ in range(10):
        a_full_piece(_student(school)[0], "D1-K1-W1")
    client.sign_in(student)
    with counting() as statements:
        client.get("/")
    assert len(statements) <= CEILING, "\n".join(statements)
