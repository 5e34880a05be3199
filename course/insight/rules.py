"""Count who read a lesson and how questions went; few answers stay hidden. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from course.insight.group import Member

FEWEST_ANSWERS = 5
HALF = 0.5


@dataclass(frozen=True)
class FirstAnswers:
    """How many students answered a question, and how many of them wrong the first time."""

    answered: int
    wrong: int

    @property
    def is_shown(self) -> bool:
        """Tell whether there are enough answers to say nothing about one person."""
        return self.answered >= FEWEST_ANSWERS

    @property
    def share(self) -> float:
        """Give which part answered wrong."""
        return self.wrong / self.answered if self.answered else 0

    @property
    def is_hard(self) -> bool:
        """Tell whether half of a group or more answered wrong: worth talking about together."""
        return self.is_shown and self.share >= HALF


@dataclass(frozen=True)
class Names:
    """Students by name as far as the reader may know them, and how many more there are."""

    names: tuple[str, ...]
    others: int

    @property
    def total(self) -> int:
        """Count all of them."""
        return len(self.names) + self.others


def names_for(members: Sequence[Member], *, reader_id: UUID, sees_all: bool) -> Names:
    """Give the names that a reader may see: all for who manages the group, else the own students."""
    seen = tuple(each.name for each in members if sees_all or reader_id in each.coach_ids)
    return Names(seen, len(members) - len(seen))


def still_to_begin(
    members: Sequence[Member], opened: Collection[UUID], finished: Collection[UUID]
) -> tuple[list[Member], list[Member]]:
    """Give who has not opened a lesson, and who opened it and has not finished."""
    unopened = [each for each in members if each.enrolment_id not in opened]
    busy = [each for each in members if each.enrolment_id in opened and each.enrolment_id not in finished]
    return unopened, busy


def hardest(answers: Mapping[str, FirstAnswers]) -> str | None:
    """Give the question that most often goes wrong the first time, among those with enough answers."""
    shown = {key: each for key, each in answers.items() if each.is_shown and each.wrong}
    return max(shown, key=lambda key: (shown[key].share, key), default=None)
