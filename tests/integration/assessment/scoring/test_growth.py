"""What a page or a save costs does not grow with what is not on it: 10 or 2,000 submissions."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.scoring.models import Assessment
from foundation.database import db
from tests.factories.assessments import W1, a_submission, scored_by
from tests.factories.enrolments import a_cohort, an_enrolment, is_allocated
from tests.factories.many import many_submissions
from tests.factories.people import a_member

FEW, MANY = 10, 2_000


@pytest.fixture
def mine(school, two):
    """One piece of work that is half scored, among others that wait."""
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    return scored_by(two[0], submission, criteria=["W1-1"])


def measured(client, counting, address):
    client.get(address)
    with counting() as statements:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(statements), len(answer.data), statements


def grown(school, two, count):
    many_submissions(school, two, count)
    db.session.commit()


@pytest.mark.parametrize(
    ("path", "ceiling"),
    [("/beoordelen", 6), ("/beoordelen/{id}", 4), ("/beoordelen/{id}/alles", 3)],
)
def test_pages_of_an_assessor(client, counting, school, two, mine, path, ceiling) -> None:
    client.sign_in(two[0])
    address = path.format(id=mine.id)
    grown(school, two, FEW + 25)
    few, bytes_few, _seen = measured(client, counting, address)
    grown(school, two, MANY)
    many, bytes_many, statements = measured(client, counting, address)
    assert few == many <= ceiling, statements
    assert abs(bytes_many - bytes_few) <= bytes_few * 0.05


def test_a_save(client, counting, school, two, mine) -> None:
    client.sign_in(two[0])
    address = f"/beoordelen/{mine.id}/criteria/W1-2"
    fields = {"level": "V", "justification": "Te zien.", "evidence": ""}
    costs = []
    for version, count in enumerate((FEW, MANY)):
        grown(school, two, count)
        client.get(f"/beoordelen/{mine.id}")
        with counting() as statements:
            assert client.save(address, **fields, version=version).status_code == 200
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 6


def test_handing_in(client, counting, school, two) -> None:
    costs = []
    cohort = a_cohort(school)
    a_submission(an_enrolment(cohort, school))  # the first of all stores the rubric and begins the log
    db.session.commit()
    for count in (FEW, MANY):
        grown(school, two, count)
        student = a_member(school, Role.STUDENT)
        enrolment = an_enrolment(cohort, school, student=student)
        for seat, assessor in enumerate(two, start=1):
            is_allocated(assessor, enrolment, seat=seat)
        client.sign_in(student)
        seen = re.search(r'name="seen" value="(\w{64})"', client.get(f"/inleveren/{W1}").text)[1]
        with counting() as statements:
            sent = {"seen": seen, "used_ai": "no", "own_work": "y"}
            assert client.post(f"/inleveren/{W1}", data=sent).status_code == 303
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 18, statements


def test_signing(client, counting, school, two, mine) -> None:
    client.sign_in(two[0])
    costs = []
    for count in (FEW, MANY):
        grown(school, two, count)
        submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
        assessment = scored_by(two[0], submission)
        db.session.commit()
        address = f"/beoordelen/{assessment.id}/ondertekenen"
        page = client.get(address).text
        seen = re.search(r'name="seen"[^>]*value="(\w{64})"', page)[1]
        with counting() as statements:
            answer = client.post(address, data={"seen": seen})
        assert answer.status_code == 303
        costs.append(len(statements))
    assert costs[0] == costs[1] <= 12, statements


def test_the_list_is_paged_by_key_and_holds_everything_once(client, school, two) -> None:
    grown(school, two, 60)
    client.sign_in(two[0])
    address, seen = "/beoordelen", []
    while address:
        page = client.get(address).text
        seen += re.findall(r'action="/beoordelen/([0-9a-f-]{36})/openen"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following[1] if following else None
    expected = sa.select(Assessment.id).where(Assessment.assessor_id == two[0].id).order_by(Assessment.id)
    assert seen == [str(each) for each in db.session.scalars(expected)]


def test_the_same_for_two_pieces_of_work_or_twenty_on_the_page(client, counting, school, two) -> None:
    client.sign_in(two[0])
    costs = []
    for count in (2, 18):
        grown(school, two, count)
        costs.append(measured(client, counting, "/beoordelen")[0])
    assert costs[0] == costs[1]
