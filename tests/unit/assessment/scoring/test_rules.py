"""Questions about scores, without a database."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from assessment.scoring.rules import is_complete, is_open, unfinished
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.workflow import SubmissionState


def score(criterion, level="V", justification="Te zien."):
    return SimpleNamespace(criterion=criterion, level=level, justification=justification)


@pytest.mark.parametrize(("level", "why", "ready"), [("V", "a", True), ("", "a", False), ("V", "", False)])
def test_a_score_needs_a_level_and_a_justification(level, why, ready) -> None:
    assert is_complete(score("W1-1", level, why)) is ready


def test_what_is_unfinished_is_told_in_order() -> None:
    scores = [score("W1-2"), score("W1-3", level=""), score("W9-1")]
    assert unfinished(["W1-1", "W1-2", "W1-3"], scores) == ["W1-1", "W1-3"]


@pytest.mark.parametrize("state", AssessmentState)
@pytest.mark.parametrize("submitted", SubmissionState)
@pytest.mark.parametrize("same_version", [True, False])
def test_a_desk_is_open_in_one_case_only(state, submitted, same_version) -> None:
    submission = SimpleNamespace(snapshot_id=1, state=submitted)
    assessment = SimpleNamespace(state=state, snapshot_id=1 if same_version else 2, submission=submission)
    expected = (AssessmentState.IN_PROGRESS, SubmissionState.IN_ASSESSMENT, True)
    assert is_open(assessment) == ((state, submitted, same_version) == expected)
