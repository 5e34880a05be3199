"""The words that rooms share about handed-in work are words of the room that keeps it."""

from __future__ import annotations

from assessment.submissions.workflow import SubmissionState
from enrolment.rules import WITH_ASSESSORS


def test_what_waits_for_assessors_are_states_of_a_submission() -> None:
    assert set(SubmissionState) >= WITH_ASSESSORS
    assert set(SubmissionState) - WITH_ASSESSORS == {
        SubmissionState.DRAFT,
        SubmissionState.RETURNED,
        SubmissionState.WITHDRAWN,
    }
