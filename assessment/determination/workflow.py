"""The life of a determination. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class DeterminationState(enum.StrEnum):
    """Where a determination is."""

    ON_AGENDA = "on_agenda"
    POSTPONED = "postponed"
    REFERRED_BACK = "referred_back"
    DETERMINED = "determined"
    ANNOUNCED = "announced"
    ANNULLED = "annulled"


class DeterminationAct(enum.StrEnum):
    """What can happen to a determination."""

    PUT_ON_AGENDA = "put_on_agenda"
    POSTPONE = "postpone"
    REFER_BACK = "refer_back"
    DETERMINE = "determine"
    ANNOUNCE = "announce"
    ANNUL = "annul"


S, A = DeterminationState, DeterminationAct
DETERMINATION = Workflow(
    "determination",
    {
        (S.ON_AGENDA, A.POSTPONE): S.POSTPONED,
        (S.ON_AGENDA, A.REFER_BACK): S.REFERRED_BACK,
        (S.ON_AGENDA, A.DETERMINE): S.DETERMINED,
        (S.POSTPONED, A.PUT_ON_AGENDA): S.ON_AGENDA,
        (S.REFERRED_BACK, A.PUT_ON_AGENDA): S.ON_AGENDA,
        (S.DETERMINED, A.ANNOUNCE): S.ANNOUNCED,
        (S.DETERMINED, A.ANNUL): S.ANNULLED,
        (S.ANNOUNCED, A.ANNUL): S.ANNULLED,
    },
)
