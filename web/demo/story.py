"""What happens in the demo, in the order in which it happened: each act at its own instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import groupby

from foundation.clock import local, standing_at
from foundation.jobs.actions import run_due
from foundation.transaction import one_transaction

Act = Callable[..., object]  # asked without arguments; a lambda keeps its values as defaults
AFTERWARDS = timedelta(minutes=2)


class Story:
    """Acts to be played: told in any order, played by the clock."""

    def __init__(self) -> None:
        self._events: list[tuple[datetime, int, Act]] = []

    def tell(self, at: datetime, act: Act) -> None:
        """Let something happen at an instant; what was told first at the same instant happens first."""
        self._events.append((at, len(self._events), act))

    @property
    def moments(self) -> list[datetime]:
        """Give the instants at which something happens, in order."""
        return sorted(at for at, _number, _act in self._events)

    def play(self) -> None:
        """Let everything happen, a transaction per day, and do the work in the background after each day."""
        for _day, events in groupby(sorted(self._events, key=_order), key=lambda each: local(each[0]).date()):
            last = self._play_day([(at, act) for at, _number, act in events])
            with standing_at(last + AFTERWARDS):
                run_due()

    def _play_day(self, events: list[tuple[datetime, Act]]) -> datetime:
        with one_transaction():
            for at, act in events:
                with standing_at(at):
                    act()
        return events[-1][0]


def _order(event: tuple[datetime, int, Act]) -> tuple[datetime, int]:
    return event[:2]
