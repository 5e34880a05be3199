"""The life of an hour entry, every cell of the grid."""

from __future__ import annotations

from itertools import product

import pytest

from course.hours.workflow import HOURS, HourAct, HourState
from foundation.errors import NotNow

P, L, Q, C = HourState.PROPOSED, HourState.LOGGED, HourState.QUESTIONED, HourState.CONFIRMED
GRID = {
    P: {HourAct.ACCEPT: L, HourAct.REMOVE: P},
    L: {HourAct.CHANGE: L, HourAct.REMOVE: L, HourAct.ASK: Q, HourAct.CONFIRM: C},
    Q: {HourAct.CHANGE: L, HourAct.REMOVE: Q, HourAct.CONFIRM: C},
    C: {},
}


@pytest.mark.parametrize(("state", "act"), list(product(HourState, HourAct)))
def test_every_act_in_every_state(state: HourState, act: HourAct) -> None:
    expected = GRID[state].get(act)
    if expected is None:
        with pytest.raises(NotNow):
            HOURS.next(state, act)
    else:
        assert HOURS.next(state, act) is expected


def test_what_is_confirmed_stays_as_it_is() -> None:
    assert not any(HOURS.allows(C, act) for act in HourAct)
