"""Questions about scores. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from assessment.scoring.workflow import AssessmentState
from assessment.submissions.workflow import SubmissionState

if TYPE_CHECKING:
    from accounts.policy.actor import Actor


def is_own_assessment(actor: Actor, assessment: Any) -> bool:
    """Tell whether this assessment was given to the actor."""
    return bool(assessment.assessor_id == actor.membership_id)


def is_open(assessment: Any) -> bool:
    """Tell whether the assessor has begun with this very version of the work."""
    return bool(
        assessment.state is AssessmentState.IN_PROGRESS
        and assessment.snapshot_id == assessment.submission.snapshot_id
        and assessment.submission.state is SubmissionState.IN_ASSESSMENT
    )


def is_complete(score: Any) -> bool:
    """Tell whether a score has a level and a justification."""
    return bool(score.level and score.justification)


def unfinished(criteria: Iterable[str], scores: Iterable[Any]) -> list[str]:
    """Give the criteria that still lack a level or a justification, in order."""
    done = {score.criterion for score in scores if is_complete(score)}
    return [code for code in criteria if code not in done]
