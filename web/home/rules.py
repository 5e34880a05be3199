"""What a student does next. Pure."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from enrolment.rules import WITH_ASSESSORS

SOON = timedelta(days=14)


class StepKind(enum.StrEnum):
    """The one next step, in order of urgency."""

    READ_RESULT = "read_result"
    MEND_RETURNED = "mend_returned"
    HAND_IN = "hand_in"
    COLLECT_EVIDENCE = "collect_evidence"
    READ_LESSON = "read_lesson"
    WAIT = "wait"


@dataclass(frozen=True)
class Standing:
    """How far the work of one work process is; `state` is that of its submission, empty before the first."""

    code: str
    number: int
    piece: str
    title: str
    ready: int
    total: int
    minutes: int
    deadline: datetime | None
    state: str

    @property
    def missing(self) -> int:
        """Count the criteria without evidence."""
        return self.total - self.ready

    @property
    def is_open(self) -> bool:
        """Tell whether the student still works on it."""
        return self.state not in WITH_ASSESSORS


@dataclass(frozen=True)
class Step:
    """The next step, and the work process or lesson it is about."""

    kind: StepKind
    standing: Standing | None = None
    lesson: str = ""


def next_step(
    standings: Sequence[Standing],
    *,
    now: datetime,
    lessons_done: int,
    next_lesson: str,
    result_is_ready: bool,
) -> Step:
    """Choose the one thing to do now: results and returned work first, then deadlines, then learning."""
    if result_is_ready:
        return Step(StepKind.READ_RESULT)
    if returned := [each for each in standings if each.state == "returned"]:
        return Step(StepKind.MEND_RETURNED, returned[0])
    open_work = [each for each in standings if each.is_open]
    if not open_work:
        return Step(StepKind.WAIT)
    if due := [each for each in open_work if each.deadline and now <= each.deadline <= now + SOON]:
        return _finish(min(due, key=lambda each: (each.deadline, each.number)))
    if not lessons_done and next_lesson and not any(each.ready for each in standings):
        return Step(StepKind.READ_LESSON, lesson=next_lesson)
    return _finish(open_work[0])


def _finish(standing: Standing) -> Step:
    kind = StepKind.COLLECT_EVIDENCE if standing.missing else StepKind.HAND_IN
    return Step(kind, standing)
