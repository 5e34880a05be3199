"""Two assessors sign, or save, in the same moment: exactly one agreement, and no lost score."""

from __future__ import annotations

import contextlib
import threading

import pytest
import sqlalchemy as sa

from assessment.agreement.models import Agreement, FinalRows
from assessment.agreement.workflow import AgreementState
from assessment.scoring import actions, queries
from assessment.scoring.models import Score
from assessment.scoring.saving import Draft, save_scores
from assessment.submissions.models import Submission
from assessment.submissions.workflow import SubmissionState
from foundation.audit.queries import verify
from foundation.database import db
from foundation.errors import ChangedMeanwhile
from tests.factories.assessments import a_submission, opened_by, scored_by, two_assessors
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_school
from tests.integration.assessment.at_once import all_at_once, an_app_of_its_own


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request, tmp_path_factory):
    yield from an_app_of_its_own(request.param, tmp_path_factory.mktemp(f"agree-{request.param}"))


@pytest.fixture
def ready(own_app):
    """Work that two assessors have scored and not signed: the same on every row."""
    school = a_school()
    two = two_assessors(school)
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    seats = [scored_by(assessor, submission) for assessor in two]
    found = school.id, [(seat.id, who.person_id) for seat, who in zip(seats, two, strict=True)]
    db.session.commit()
    db.session.remove()
    return found


def test_two_signatures_at_once_make_exactly_one_agreement(own_app, ready, monkeypatch) -> None:
    school_id, seats = ready
    both_looked = threading.Barrier(2)
    scores_to_sign = actions._scores_to_sign

    def slowly(assessment):
        """Wait here for the other: without a lock both come this far before either has signed."""
        with contextlib.suppress(threading.BrokenBarrierError):
            both_looked.wait(timeout=1)
        return scores_to_sign(assessment)

    monkeypatch.setattr(actions, "_scores_to_sign", slowly)

    def sign(seat):
        assessment_id, person_id = seat
        return lambda: actions.sign(queries.to_decide(school_id, assessment_id), actor_id=person_id).id

    answers = all_at_once(own_app, *(sign(seat) for seat in seats))
    assert not [answer for answer in answers if isinstance(answer, Exception)], answers
    agreement = db.session.scalars(sa.select(Agreement)).one()
    assert agreement.state is AgreementState.AGREED
    assert db.session.scalar(sa.select(sa.func.count()).select_from(FinalRows)) == 1
    assert db.session.scalars(sa.select(Submission.state)).one() is SubmissionState.ASSESSED
    assert verify() == []


def test_one_assessor_in_two_tabs_loses_nothing(own_app) -> None:
    school = a_school()
    two = two_assessors(school)
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    assessment_id, school_id = opened_by(two[0], submission).id, school.id
    db.session.commit()
    db.session.remove()

    def save(words):
        draft = Draft("W1-1", "V", words, "", 0)
        return lambda: save_scores(queries.to_score(school_id, assessment_id), [draft])

    answers = all_at_once(own_app, *(save(f"Tab {number}.") for number in range(6)))
    refused = [answer for answer in answers if isinstance(answer, ChangedMeanwhile)]
    assert len(refused) == 5, answers
    score = db.session.scalars(sa.select(Score)).one()
    assert refused[0].theirs["justification"]["text"] == score.justification


def test_different_criteria_at_once_are_all_kept_and_counted(own_app) -> None:
    school = a_school()
    two = two_assessors(school)
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    assessment_id, school_id = opened_by(two[0], submission).id, school.id
    db.session.commit()
    db.session.remove()

    def save(number):
        draft = Draft(f"W1-{number}", "G", "Te zien.", "", 0)
        return lambda: save_scores(queries.to_score(school_id, assessment_id), [draft])

    answers = all_at_once(own_app, *(save(number) for number in range(1, 8)))
    assert not [answer for answer in answers if isinstance(answer, Exception)], answers
    assert queries.to_decide(school_id, assessment_id).scored == 7
