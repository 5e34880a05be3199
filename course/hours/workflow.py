"""The life of an hour entry. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class HourState(enum.StrEnum):
    """Where an entry is: proposed by an activity, logged, asked about or confirmed by the coach."""

    PROPOSED = "proposed"
    LOGGED = "logged"
    QUESTIONED = "questioned"
    CONFIRMED = "confirmed"


class HourAct(enum.StrEnum):
    """What can happen to an entry."""

    ACCEPT = "accept"
    CHANGE = "change"
    REMOVE = "remove"
    ASK = "ask"
    CONFIRM = "confirm"


HOURS = Workflow(
    "hours",
    {
        (HourState.PROPOSED, HourAct.ACCEPT): HourState.LOGGED,
        (HourState.PROPOSED, HourAct.REMOVE): HourState.PROPOSED,
        (HourState.LOGGED, HourAct.CHANGE): HourState.LOGGED,
        (HourState.LOGGED, HourAct.REMOVE): HourState.LOGGED,
        (HourState.LOGGED, HourAct.ASK): HourState.QUESTIONED,
        (HourState.LOGGED, HourAct.CONFIRM): HourState.CONFIRMED,
        (HourState.QUESTIONED, HourAct.CHANGE): HourState.LOGGED,
        (HourState.QUESTIONED, HourAct.REMOVE): HourState.QUESTIONED,
        (HourState.QUESTIONED, HourAct.CONFIRM): HourState.CONFIRMED,
    },
)
