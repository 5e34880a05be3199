"""Two signatures: what is settled, what is talked out, who decides."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.agreement import actions
from assessment.agreement.errors import NotInDiscussion, NotOneOfTheRows
from assessment.agreement.models import FinalRows, RowProposal
from assessment.agreement.rules import Row
from assessment.agreement.workflow import AgreementState
from assessment.scoring import actions as scoring
from assessment.scoring.models import Signature
from assessment.submissions.workflow import SubmissionState
from enrolment.models import Enrolment
from foundation.database import db
from foundation.errors import ChangedMeanwhile, NotNow
from foundation.mail.models import MailMessage
from tests.factories.assessments import (
    a_submission,
    acting,
    agreement_of,
    scored_by,
    seat_of,
    signed_by,
)
from tests.factories.enrolments import a_cohort, an_enrolment, is_allocated
from tests.factories.people import a_member


@pytest.fixture
def submission(school, two):
    return a_submission(an_enrolment(a_cohort(school), school), assessors=two)


def final(submission):
    return db.session.scalars(
        sa.select(FinalRows).where(FinalRows.submission_id == submission.id).order_by(FinalRows.round)
    ).all()


def propose(submission, assessor, code, level, *, seen=0, words="Na overleg."):
    proposal = actions.propose(
        agreement_of(submission),
        submission,
        row=Row(code, level, words),
        seen=seen,
        assessor_id=assessor.id,
        actor_id=assessor.person_id,
    )
    db.session.flush()
    return proposal


def test_one_signature_opens_nothing(submission, two) -> None:
    signed_by(two[0], submission)
    assert agreement_of(submission) is None
    assert submission.state is SubmissionState.IN_ASSESSMENT


def test_equal_judgements_are_settled_at_once(submission, two) -> None:
    signed_by(two[0], submission, words="De een")
    signed_by(two[1], submission, words="De ander")
    assert agreement_of(submission).state is AgreementState.AGREED
    assert submission.state is SubmissionState.ASSESSED
    rows = final(submission)[0].rows
    assert [row["criterion"] for row in rows] == [f"W1-{n}" for n in range(1, 8)]
    assert {row["decided_by"] for row in rows} == {"both"}
    assert rows[0]["justifications"] == ["De een: W1-1.", "De ander: W1-1."]


def test_only_the_rows_that_differ_are_talked_out(submission, two) -> None:
    signed_by(two[0], submission, {"W1-3": "O", "W1-5": "G"})
    signed_by(two[1], submission, {"W1-5": "O"})
    agreement = agreement_of(submission)
    assert agreement.differing == ["W1-3", "W1-5"]
    assert agreement.state is AgreementState.COMPARING
    assert final(submission) == []
    with pytest.raises(NotOneOfTheRows):
        propose(submission, two[0], "W1-1", "G")


def test_the_same_level_of_both_on_every_row_closes(submission, two) -> None:
    signed_by(two[0], submission, {"W1-3": "O", "W1-5": "G"})
    signed_by(two[1], submission)
    propose(submission, two[0], "W1-3", "V", words="Van de een.")
    propose(submission, two[1], "W1-3", "V", words="Van de ander.")
    propose(submission, two[0], "W1-5", "G")
    assert agreement_of(submission).state is AgreementState.IN_DISCUSSION
    propose(submission, two[1], "W1-5", "V")
    assert final(submission) == []
    propose(submission, two[1], "W1-5", "G", seen=1)
    assert agreement_of(submission).state is AgreementState.AGREED
    rows = {row["criterion"]: row for row in final(submission)[0].rows}
    assert (rows["W1-3"]["level"], rows["W1-3"]["decided_by"]) == ("V", "agreed")
    assert rows["W1-3"]["justifications"] == ["Van de een.", "Van de ander."]
    assert (rows["W1-5"]["level"], rows["W1-5"]["justifications"]) == ("G", ["Na overleg."])
    with pytest.raises(NotInDiscussion):
        propose(submission, two[0], "W1-5", "V", seen=1)


def test_confirming_takes_over_the_proposal_that_was_seen(submission, two) -> None:
    signed_by(two[0], submission, {"W1-3": "O"})
    signed_by(two[1], submission)
    first = propose(submission, two[0], "W1-3", "V")
    propose(submission, two[0], "W1-3", "O", seen=first.version)
    said = {"criterion": "W1-3", "assessor_id": two[1].id, "actor_id": two[1].person_id}
    with pytest.raises(ChangedMeanwhile):
        actions.confirm(agreement_of(submission), submission, seen=1, **said)
    actions.confirm(agreement_of(submission), submission, seen=2, **said)
    db.session.flush()
    assert final(submission)[0].rows[2]["level"] == "O"


def test_a_proposal_is_not_overwritten_unseen(submission, two) -> None:
    signed_by(two[0], submission, {"W1-3": "O"})
    signed_by(two[1], submission)
    propose(submission, two[0], "W1-3", "O", words="Eerste tab.")
    with pytest.raises(ChangedMeanwhile) as refused:
        propose(submission, two[0], "W1-3", "V", words="Tweede tab.")
    assert refused.value.theirs["justification"]["text"] == "Eerste tab."
    assert db.session.scalars(sa.select(RowProposal.justification)).all() == ["Eerste tab."]


def test_a_third_assessor_judges_only_the_differing_rows_and_decides(school, submission, two) -> None:
    third = a_member(school, Role.ASSESSOR)
    is_allocated(third, db.session.get_one(Enrolment, submission.enrolment_id), seat=3)
    signed_by(two[0], submission, {"W1-3": "O", "W1-5": "G"})
    signed_by(two[1], submission)
    with pytest.raises(sa.exc.NoResultFound):
        seat_of(submission, third)
    actions.call_third(
        agreement_of(submission), submission, reason="We komen er niet uit.", actor_id=two[0].person_id
    )
    db.session.flush()
    assert seat_of(submission, third).criteria == ["W1-3", "W1-5"]
    with pytest.raises(NotInDiscussion):
        propose(submission, two[0], "W1-3", "V")
    signed_by(third, submission, {"W1-3": "G"}, words="De derde")
    rows = final(submission)[0].rows
    assert [row["decided_by"] for row in rows] == ["both", "both", "third", "both", "third", "both", "both"]
    assert (rows[2]["level"], rows[2]["justifications"]) == ("G", ["De derde: W1-3."])
    assert submission.state is SubmissionState.ASSESSED


def test_the_board_can_have_it_judged_again_and_the_signed_copy_stays(submission, two) -> None:
    signed = signed_by(two[0], submission, {"W1-3": "O"})
    first = db.session.get_one(Signature, signed.signature_id)
    signed_by(two[1], submission, {"W1-3": "O"})
    for assessor in two:
        scoring.reopen(seat_of(submission, assessor), reason="Kijk nog eens.", actor=acting(two[0]))
        db.session.flush()
    agreement = agreement_of(submission)
    assert (agreement.state, agreement.round) == (AgreementState.WAITING, 2)
    assert submission.state is SubmissionState.IN_ASSESSMENT
    signed_by(two[0], submission)
    assert agreement_of(submission).state is AgreementState.WAITING
    signed_by(two[1], submission)
    assert [each.round for each in final(submission)] == [1, 2]
    assert final(submission)[0].rows[2]["level"] == "O"
    again = db.session.get_one(Signature, seat_of(submission, two[0]).signature_id)
    assert again.sequence == 2
    assert f'"follows":"{first.sha256}"' in again.body


def test_what_is_not_settled_cannot_be_opened_again(submission, two) -> None:
    signed_by(two[0], submission)
    with pytest.raises(NotNow):
        scoring.reopen(seat_of(submission, two[0]), reason="Zomaar", actor=acting(two[0]))


def test_letters_tell_that_judgements_differ_and_hold_no_level(submission, two) -> None:
    signed_by(two[0], submission, {"W1-3": "O"})
    signed_by(two[1], submission)
    letters = db.session.scalars(sa.select(MailMessage)).all()
    assert sorted(each.kind for each in letters) == ["agreement.differs", "agreement.differs"]
    assert all(set(each.arguments) == {"agreement"} for each in letters)


def test_scores_in_the_making_open_nothing(submission, two) -> None:
    signed_by(two[0], submission)
    scored_by(two[1], submission)
    assert agreement_of(submission) is None
