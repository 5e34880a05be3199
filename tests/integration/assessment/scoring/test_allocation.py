"""Allocation that comes later, changes, or hands half-scored work to another: nothing lost, nothing seen."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.agreement import actions as agreement
from assessment.scoring import actions
from assessment.scoring.errors import GaveItBack, NothingToHandOver
from assessment.scoring.models import Assessment, Score
from assessment.scoring.workflow import AssessmentState
from enrolment import hooks
from enrolment.hooks import Seated
from enrolment.models import Enrolment
from foundation.database import db
from foundation.mail import actions as mail
from foundation.mail.models import MailMessage
from tests.factories.assessments import (
    W1,
    a_submission,
    agreement_of,
    scored_by,
    seat_of,
    signed_by,
)
from tests.factories.enrolments import a_cohort, an_enrolment, is_allocated
from tests.factories.people import a_member

ALL_WORK = (W1, "D1-K1-W2", "D1-K1-W3")


@pytest.fixture
def enrolment(school):
    return an_enrolment(a_cohort(school), school)


def replace(allocation, newcomer):
    """Do what the administrator's page does."""
    hooks.may_replace_assessor(allocation)
    replaced, allocation.assessor_id = allocation.assessor_id, newcomer.id
    db.session.flush()
    hooks.assessor_allocated([Seated(allocation, replaced)])


def seats(submission):
    found = sa.select(Assessment).where(Assessment.submission_id == submission.id).order_by(Assessment.id)
    return [(row.seat, row.assessor_id, row.state.value) for row in db.session.scalars(found)]


def test_who_is_allocated_later_gets_what_is_handed_in(enrolment, two) -> None:
    submission = a_submission(enrolment)
    assert seats(submission) == []
    hooks.assessor_allocated([Seated(is_allocated(two[0], enrolment, seat=1))])
    assert seats(submission) == [(1, two[0].id, "assigned")]
    assert seat_of(submission, two[0]).criteria == [f"W1-{number}" for number in range(1, 8)]


def test_half_scored_work_goes_to_another_who_starts_clean(client, school, enrolment, two) -> None:
    allocation = is_allocated(two[0], enrolment, seat=1)
    is_allocated(two[1], enrolment, seat=2)
    submission = a_submission(enrolment)
    ill = scored_by(two[0], submission, criteria=["W1-1"], words="Van wie ziek werd")
    newcomer = a_member(school, Role.ASSESSOR, name="Nieuw Hier")
    replace(allocation, newcomer)
    assert [row for row in seats(submission) if row[0] == 1] == [
        (1, two[0].id, "declined"),
        (1, newcomer.id, "assigned"),
    ]
    client.sign_in(newcomer)
    fresh = seat_of(submission, newcomer)
    client.post(f"/beoordelen/{fresh.id}/openen")
    assert "Van wie ziek werd" not in client.get(f"/beoordelen/{fresh.id}").text
    assert db.session.scalars(sa.select(Score.justification)).all() == ["Van wie ziek werd: W1-1."]
    client.sign_in(two[0])
    fields = {"level": "V", "justification": "Nog even.", "evidence": "", "version": 1}
    assert client.save(f"/beoordelen/{ill.id}/criteria/W1-1", **fields).status_code == 409


def test_what_is_signed_stays_with_who_signed(school, enrolment, two) -> None:
    allocation = is_allocated(two[0], enrolment, seat=1)
    first, second = a_submission(enrolment), a_submission(enrolment, "D1-K1-W2")
    signed_by(two[0], first)
    newcomer = a_member(school, Role.ASSESSOR)
    replace(allocation, newcomer)
    assert seats(first) == [(1, two[0].id, "signed")]
    assert seats(second) == [(1, two[0].id, "declined"), (1, newcomer.id, "assigned")]


def test_who_signed_everything_is_not_replaced(school, enrolment, two) -> None:
    allocation = is_allocated(two[0], enrolment, seat=1)
    for work_process in ALL_WORK:
        signed_by(two[0], a_submission(enrolment, work_process))
    with pytest.raises(NothingToHandOver):
        hooks.may_replace_assessor(allocation)


def test_who_gave_it_back_does_not_get_it_again(school, enrolment, two) -> None:
    allocation = is_allocated(two[0], enrolment, seat=1)
    submission = a_submission(enrolment)
    actions.decline(seat_of(submission, two[0]), reason="Familie.", actor_id=two[0].person_id)
    assert seat_of(submission, two[0]).state is AssessmentState.DECLINED
    replace(allocation, two[1])
    with pytest.raises(GaveItBack):
        replace(allocation, two[0])


@pytest.mark.parametrize("kind", ["assessment.declined", "agreement.third_needed"])
def test_the_school_is_asked_for_an_assessor(school, enrolment, two, kind) -> None:
    admin = a_member(school, Role.SCHOOL_ADMIN)
    for seat, assessor in enumerate(two, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    submission = a_submission(enrolment)
    if kind == "assessment.declined":
        actions.decline(seat_of(submission, two[0]), reason="Geheime reden.", actor_id=two[0].person_id)
    else:
        signed_by(two[0], submission, {"W1-3": "O"})
        signed_by(two[1], submission)
        found = agreement_of(submission)
        agreement.call_third(found, submission, reason="Geheime reden.", actor_id=two[0].person_id)
    letters = sa.select(MailMessage).where(MailMessage.person_id == admin.person_id)
    message = db.session.scalars(letters).one()
    assert message.kind == kind
    letter = mail._composers[kind](message)
    assert enrolment.number in letter.subject
    assert "Geheime reden." not in letter.body


def test_a_third_who_is_allocated_later_gets_the_differing_rows_and_sees_no_judgement(
    client, school, enrolment, two
) -> None:
    for seat, assessor in enumerate(two, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    submission = a_submission(enrolment)
    signed_by(two[0], submission, {"W1-3": "O"}, words="Woorden van de een")
    signed_by(two[1], submission, words="Woorden van de ander")
    found = agreement_of(submission)
    third = a_member(school, Role.ASSESSOR, name="Derde Persoon")
    agreement.call_third(found, submission, reason="Geen uitkomst.", actor_id=two[0].person_id)
    db.session.flush()
    allocation = is_allocated(third, db.session.get_one(Enrolment, enrolment.id), seat=3)
    hooks.assessor_allocated([Seated(allocation)])
    mine = seat_of(submission, third)
    assert mine.criteria == ["W1-3"]
    client.sign_in(third)
    client.post(f"/beoordelen/{mine.id}/openen")
    page = client.get(f"/beoordelen/{mine.id}").text
    assert page.count("data-criterion") == 1
    assert "Woorden van" not in page
    assert not any(assessor.name in page for assessor in two)
    assert client.get(f"/overeenstemming/{found.id}").status_code == 404
