"""The life of an enrolment. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class EnrolmentState(enum.StrEnum):
    """Where an enrolment is."""

    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


class EnrolmentAct(enum.StrEnum):
    """What can happen to an enrolment."""

    PAUSE = "pause"
    RESUME = "resume"
    COMPLETE = "complete"
    WITHDRAW = "withdraw"


ENROLMENT = Workflow(
    "enrolment",
    {
        (EnrolmentState.ACTIVE, EnrolmentAct.PAUSE): EnrolmentState.PAUSED,
        (EnrolmentState.PAUSED, EnrolmentAct.RESUME): EnrolmentState.ACTIVE,
        (EnrolmentState.ACTIVE, EnrolmentAct.COMPLETE): EnrolmentState.COMPLETED,
        (EnrolmentState.ACTIVE, EnrolmentAct.WITHDRAW): EnrolmentState.WITHDRAWN,
        (EnrolmentState.PAUSED, EnrolmentAct.WITHDRAW): EnrolmentState.WITHDRAWN,
    },
)
