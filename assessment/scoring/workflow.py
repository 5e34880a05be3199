"""The life of one assessor's assessment of one submission. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class AssessmentState(enum.StrEnum):
    """Where an assessment is."""

    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    SIGNED = "signed"
    DECLINED = "declined"


class AssessmentAct(enum.StrEnum):
    """What can happen to an assessment."""

    OPEN = "open"
    SAVE_SCORE = "save_score"
    SIGN = "sign"
    DECLINE = "decline"
    REOPEN = "reopen"


S, A = AssessmentState, AssessmentAct
ASSESSMENT = Workflow(
    "assessment",
    {
        (S.ASSIGNED, A.OPEN): S.IN_PROGRESS,
        (S.ASSIGNED, A.DECLINE): S.DECLINED,
        (S.IN_PROGRESS, A.OPEN): S.IN_PROGRESS,
        (S.IN_PROGRESS, A.SAVE_SCORE): S.IN_PROGRESS,
        (S.IN_PROGRESS, A.SIGN): S.SIGNED,
        (S.IN_PROGRESS, A.DECLINE): S.DECLINED,
        (S.SIGNED, A.REOPEN): S.IN_PROGRESS,
    },
)
