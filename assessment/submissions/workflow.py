"""The life of a submission. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class SubmissionState(enum.StrEnum):
    """Where a submission is."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_ASSESSMENT = "in_assessment"
    ASSESSED = "assessed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class SubmissionAct(enum.StrEnum):
    """What can happen to a submission."""

    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    OPEN = "open"
    RETURN_INCOMPLETE = "return_incomplete"
    CONCLUDE = "conclude"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


S, A = SubmissionState, SubmissionAct
SUBMISSION = Workflow(
    "submission",
    {
        (S.DRAFT, A.SUBMIT): S.SUBMITTED,
        (S.DRAFT, A.WITHDRAW): S.WITHDRAWN,
        (S.SUBMITTED, A.TAKE_BACK): S.DRAFT,
        (S.SUBMITTED, A.OPEN): S.IN_ASSESSMENT,
        (S.SUBMITTED, A.WITHDRAW): S.WITHDRAWN,
        (S.IN_ASSESSMENT, A.OPEN): S.IN_ASSESSMENT,
        (S.IN_ASSESSMENT, A.RETURN_INCOMPLETE): S.RETURNED,
        (S.IN_ASSESSMENT, A.CONCLUDE): S.ASSESSED,
        (S.ASSESSED, A.REOPEN): S.IN_ASSESSMENT,
        (S.RETURNED, A.SUBMIT): S.SUBMITTED,
        (S.RETURNED, A.WITHDRAW): S.WITHDRAWN,
    },
)
