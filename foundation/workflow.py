"""A frozen table (state, act) -> state. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from foundation.errors import NotNow

State = TypeVar("State", bound=StrEnum)
Act = TypeVar("Act", bound=StrEnum)


@dataclass(frozen=True)
class Workflow(Generic[State, Act]):
    """The life of one kind of thing: what can happen to it in which state, and what it is then."""

    name: str
    table: Mapping[tuple[State, Act], State]

    def allows(self, state: State, act: Act) -> bool:
        """Tell whether the act is possible in this state."""
        return (state, act) in self.table

    def next(self, state: State, act: Act) -> State:
        """Give the state after the act; raise NotNow when it is not possible."""
        if not self.allows(state, act):
            raise NotNow()
        return self.table[state, act]
