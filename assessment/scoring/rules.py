"""Questions about scores. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accounts.policy.actor import Actor


def is_own_assessment(actor: Actor, assessment: Any) -> bool:
    """Tell whether this assessment was given to the actor."""
    return bool(assessment.assessor_id == actor.membership_id)


def is_complete(score: Any) -> bool:
    """Tell whether a score has a level and a justification."""
    return bool(score.level and score.justification)


def unfinished(criteria: Iterable[str], scores: Iterable[Any]) -> list[str]:
    """Give the criteria that still lack a level or a justification, in order."""
    done = {score.criterion for score in scores if is_complete(score)}
    return [code for code in criteria if code not in done]
