"""Who is stuck, and what helps first. Pure."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

SILENT_AFTER = 14  # days
DEADLINE_NEAR = 7  # days
LOW_COVERAGE = 0.5  # of the criteria of a work process
BEHIND_AT_LEAST = 10 * 60  # minutes
BEHIND_SHARE = 0.75  # of what fits the time that has passed


class Stuck(enum.StrEnum):
    """Why somebody may be stuck; in the order in which it asks for help."""

    DEADLINE = "deadline"
    SILENT = "silent"
    HOURS = "hours"


@dataclass(frozen=True)
class Standing:
    """What is known about one student. `coverage` is (criteria with evidence, criteria) per work process."""

    starts_on: date
    ends_on: date
    last_active: date | None
    minutes: int
    norm: int
    deadlines: Mapping[str, date] = field(default_factory=dict)
    coverage: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    to_confirm: int = 0
    all_handed_in: bool = False
    is_paused: bool = False


@dataclass(frozen=True)
class Reason:
    """One reason, with what it is about."""

    kind: Stuck
    work_process: str = ""
    days: int = 0
    minutes: int = 0


def reasons(standing: Standing, *, today: date) -> list[Reason]:
    """Give why a student may be stuck, most pressing first.

    Nothing when all is well, when the assessors have all the work, or while the student pauses.
    """
    if standing.all_handed_in or standing.is_paused:
        return []
    found = [*_near_deadlines(standing, today), _silent(standing, today), _behind(standing, today)]
    return [each for each in found if each is not None]


def expected_minutes(standing: Standing, *, today: date) -> int:
    """Give the minutes that fit the part of the period that has passed."""
    whole = (standing.ends_on - standing.starts_on).days
    passed = min(max((today - standing.starts_on).days, 0), whole)
    return standing.norm * passed // whole if whole > 0 else 0


def _near_deadlines(standing: Standing, today: date) -> list[Reason]:
    near = []
    for code, last_day in sorted(standing.deadlines.items(), key=lambda each: each[1]):
        covered, criteria = standing.coverage.get(code, (0, 0))
        days = (last_day - today).days
        if 0 <= days <= DEADLINE_NEAR and criteria and covered / criteria < LOW_COVERAGE:
            near.append(Reason(Stuck.DEADLINE, work_process=code, days=days))
    return near


def _silent(standing: Standing, today: date) -> Reason | None:
    days = (today - (standing.last_active or standing.starts_on)).days
    return Reason(Stuck.SILENT, days=days) if days >= SILENT_AFTER else None


def _behind(standing: Standing, today: date) -> Reason | None:
    expected = expected_minutes(standing, today=today)
    behind = expected - standing.minutes
    if behind < BEHIND_AT_LEAST or standing.minutes >= expected * BEHIND_SHARE:
        return None
    return Reason(Stuck.HOURS, minutes=behind)
