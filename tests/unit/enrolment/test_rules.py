"""What rooms share about an enrolment: words about handed-in work, and who may judge it."""

from __future__ import annotations

from types import SimpleNamespace
from uuid import uuid4

import pytest

from assessment.submissions.workflow import SubmissionState
from enrolment.rules import WITH_ASSESSORS, may_assess


def test_what_waits_for_assessors_are_states_of_a_submission() -> None:
    assert set(SubmissionState) >= WITH_ASSESSORS
    assert set(SubmissionState) - WITH_ASSESSORS == {
        SubmissionState.DRAFT,
        SubmissionState.RETURNED,
        SubmissionState.WITHDRAWN,
    }


@pytest.mark.parametrize("barred", ["coach", "former coach", "assessor", "student", "who allocates"])
def test_who_has_to_do_with_a_student_never_gets_a_seat(barred):
    ids = {
        name: uuid4() for name in ("coach", "former coach", "assessor", "student", "who allocates", "free")
    }
    enrolment = SimpleNamespace(
        student_id=ids["student"],
        coachings=[SimpleNamespace(coach_id=ids[name]) for name in ("coach", "former coach")],
        allocations=[SimpleNamespace(assessor_id=ids["assessor"])],
    )
    assert not may_assess(ids[barred], enrolment, ids["who allocates"])
    assert may_assess(ids["free"], enrolment, ids["who allocates"])
