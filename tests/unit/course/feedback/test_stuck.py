"""Who is stuck, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from course.coaching.rules import Standing, Stuck, expected_minutes, reasons

TODAY = date(2026, 11, 22)
WELL = Standing(
    starts_on=date(2026, 9, 14),
    ends_on=date(2027, 3, 21),
    last_active=TODAY,
    minutes=90 * 60,
    norm=240 * 60,
    deadlines={"W1": TODAY + timedelta(days=3)},
    coverage={"W1": (4, 7)},
)


def kinds(**changes) -> list[Stuck]:
    return [each.kind for each in reasons(replace(WELL, **changes), today=TODAY)]


def test_who_does_well_is_left_alone() -> None:
    assert kinds() == []


@pytest.mark.parametrize(("days", "stuck"), [(13, []), (14, [Stuck.SILENT])])
def test_fourteen_days_of_silence(days: int, stuck: list[Stuck]) -> None:
    assert kinds(last_active=TODAY - timedelta(days=days)) == stuck


def test_who_never_began_is_silent_since_the_start() -> None:
    found = reasons(replace(WELL, last_active=None), today=TODAY)
    assert [(each.kind, each.days) for each in found] == [(Stuck.SILENT, 69)]


@pytest.mark.parametrize(
    ("days", "covered", "stuck"),
    [(7, 3, [Stuck.DEADLINE]), (0, 0, [Stuck.DEADLINE]), (8, 0, []), (-1, 0, []), (7, 4, [])],
)
def test_a_deadline_near_with_little_evidence(days: int, covered: int, stuck: list[Stuck]) -> None:
    assert kinds(deadlines={"W1": TODAY + timedelta(days=days)}, coverage={"W1": (covered, 7)}) == stuck


def test_hours_behind_what_fits_the_time_that_has_passed() -> None:
    expected = expected_minutes(WELL, today=TODAY)
    assert expected == 240 * 60 * 69 // 188
    assert kinds(minutes=expected * 3 // 4 - 1) == [Stuck.HOURS]
    assert kinds(minutes=expected * 3 // 4 + 1) == []


def test_nobody_is_behind_in_the_first_days() -> None:
    first = WELL.starts_on + timedelta(days=2)
    assert reasons(replace(WELL, minutes=0, last_active=first, deadlines={}), today=first) == []


def test_the_most_pressing_reason_comes_first() -> None:
    found = kinds(last_active=None, minutes=0, coverage={"W1": (0, 7)})
    assert found == [Stuck.DEADLINE, Stuck.SILENT, Stuck.HOURS]


def test_nobody_is_stuck_when_the_assessors_have_all_the_work_or_the_student_pauses() -> None:
    silent = replace(WELL, last_active=WELL.starts_on - timedelta(days=90), minutes=0)
    assert reasons(silent, today=TODAY)
    assert reasons(replace(silent, all_handed_in=True), today=TODAY) == []
    assert reasons(replace(silent, is_paused=True), today=TODAY) == []
