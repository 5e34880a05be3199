"""When a criterion has evidence. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FILES_AT_ONCE = 10
MOST_EVIDENCE = 300


class CriterionState(enum.StrEnum):
    """How far one criterion is: evidence with content, evidence that is still empty, nothing."""

    READY = "ready"
    BUSY = "busy"
    EMPTY = "empty"


@dataclass(frozen=True)
class Covered:
    """One criterion: how many pieces of evidence serve it, and how many of those have content."""

    criterion: str
    linked: int = 0
    filled: int = 0

    @property
    def state(self) -> CriterionState:
        """Tell how far this criterion is."""
        if self.filled:
            return CriterionState.READY
        return CriterionState.BUSY if self.linked else CriterionState.EMPTY

    @property
    def count(self) -> int:
        """Count the pieces of evidence that say something."""
        return self.filled


@dataclass(frozen=True)
class Coverage:
    """Every criterion of a keuzedeel, in the official order."""

    criteria: Mapping[str, Covered]

    def of(self, codes: Iterable[str]) -> Sequence[Covered]:
        """Give these criteria, in this order."""
        return [self.criteria[code] for code in codes]

    def without(self, codes: Iterable[str]) -> Sequence[str]:
        """Give which of these have no evidence with content yet."""
        return [each.criterion for each in self.of(codes) if each.state is not CriterionState.READY]

    @property
    def ready(self) -> int:
        """Count the criteria that have evidence."""
        return sum(each.state is CriterionState.READY for each in self.criteria.values())


def coverage_from(codes: Iterable[str], counted: Iterable[tuple[str, int, int]]) -> Coverage:
    """Make a coverage from counts (criterion, linked, filled); codes that are not official are left out."""
    found = {code: Covered(code, int(linked), int(filled)) for code, linked, filled in counted}
    return Coverage({code: found.get(code, Covered(code)) for code in codes})
