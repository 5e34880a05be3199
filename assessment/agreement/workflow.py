"""The life of an agreement on one submission. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class AgreementState(enum.StrEnum):
    """Where an agreement is."""

    WAITING = "waiting"
    COMPARING = "comparing"
    IN_DISCUSSION = "in_discussion"
    THIRD_ASSESSOR = "third_assessor"
    AGREED = "agreed"


class AgreementAct(enum.StrEnum):
    """What can happen to an agreement."""

    COMPARE = "compare"
    PROPOSE = "propose"
    CALL_THIRD = "call_third"
    CLOSE = "close"
    REOPEN = "reopen"


S, A = AgreementState, AgreementAct
AGREEMENT = Workflow(
    "agreement",
    {
        (S.WAITING, A.COMPARE): S.COMPARING,
        (S.COMPARING, A.PROPOSE): S.IN_DISCUSSION,
        (S.COMPARING, A.CALL_THIRD): S.THIRD_ASSESSOR,
        (S.COMPARING, A.CLOSE): S.AGREED,
        (S.IN_DISCUSSION, A.PROPOSE): S.IN_DISCUSSION,
        (S.IN_DISCUSSION, A.CALL_THIRD): S.THIRD_ASSESSOR,
        (S.IN_DISCUSSION, A.CLOSE): S.AGREED,
        (S.THIRD_ASSESSOR, A.CLOSE): S.AGREED,
        (S.AGREED, A.REOPEN): S.WAITING,
    },
)
