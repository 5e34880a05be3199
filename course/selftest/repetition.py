"""When a question that went wrong comes back: after 2, 7 and 21 days. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from course.selftest.outcomes import Outcome

STEPS = (2, 7, 21)  # days
# A question by its document and its id, and how it was answered on a day.
Name = tuple[str, str]
Answered = tuple[Outcome, date]


@dataclass(frozen=True)
class Standing:
    """Where somebody is with one question: `due` is the day it comes back, `step` how often it went well.

    Without a day there is nothing to repeat: it never went wrong, or it was learned.
    """

    due: date | None = None
    step: int = 0

    @property
    def is_learned(self) -> bool:
        """Tell whether it went wrong once, and well at every repetition since."""
        return self.step == len(STEPS)

    def is_due(self, today: date) -> bool:
        """Tell whether it is time to repeat it."""
        return self.due is not None and self.due <= today


def standing_after(answers: Iterable[Answered]) -> Standing:
    """Follow the answers to one question, oldest first."""
    standing = Standing()
    for outcome, day in answers:
        standing = _after(standing, outcome, day)
    return standing


def due_first(history: Mapping[Name, Iterable[Answered]], today: date) -> list[Name]:
    """Give what is due today, the longest waiting first."""
    standings = {name: standing_after(answers) for name, answers in history.items()}
    due = [(each.due, name) for name, each in standings.items() if each.due and each.is_due(today)]
    return [name for _day, name in sorted(due)]


def _after(standing: Standing, outcome: Outcome, day: date) -> Standing:
    if outcome is Outcome.WRONG:
        return Standing(day + timedelta(days=STEPS[0]))
    if outcome is not Outcome.RIGHT or not standing.is_due(day):
        return standing  # practising before it is due is fine, and proves nothing about remembering
    step = standing.step + 1
    return Standing(day + timedelta(days=STEPS[step]) if step < len(STEPS) else None, step)
