"""What must be in order before the board decides."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from assessment.determination.rules import Facts, Tone, WorkFacts, checks, is_blocked, needs_reason
from content.exam_plan import ExamPlan
from tests.unit.assessment.determination.oracle import raw_plan

PLAN = ExamPlan.model_validate(raw_plan())
FIRST, SECOND = uuid4(), uuid4()
CODES = ("D1-K1-W1", "D1-K1-W2", "D1-K1-W3")


def work(code: str = CODES[0], **other) -> WorkFacts:
    whole = {
        "work_process": code, "attempt": 1, "declared": True, "intact": True, "judges": (FIRST, SECOND),
        "agreed": True, "rows": 7, "same": 6, "rubric": "a",
    }  # fmt: skip
    return WorkFacts(**(whole | other))


WHOLE = Facts(minutes=240 * 60, expected=CODES, works=tuple(work(code) for code in CODES))


def with_first(**other) -> Facts:
    return replace(WHOLE, works=(work(**other), *WHOLE.works[1:]))


def tones(facts: Facts, plan: ExamPlan = PLAN) -> dict[str, Tone]:
    return {check.code: check.tone for check in checks(plan, facts)}


def test_a_whole_dossier_is_in_order() -> None:
    assert set(tones(WHOLE).values()) == {Tone.OK}
    assert not is_blocked(checks(PLAN, WHOLE))
    assert not needs_reason(checks(PLAN, WHOLE))


FAULTS = [
    ("assessors", with_first(judges=(FIRST,))),
    ("assessors", with_first(judges=(FIRST, FIRST))),
    ("assessors", replace(WHOLE, works=WHOLE.works[1:])),
    ("assessor_coached", replace(WHOLE, coaches=frozenset({SECOND}))),
    ("agreement", with_first(agreed=False)),
    ("declarations", with_first(declared=False)),
    ("intact", with_first(intact=False)),
]


@pytest.mark.parametrize(("code", "facts"), FAULTS)
def test_a_fault_stands_in_the_way(code, facts) -> None:
    assert tones(facts)[code] is Tone.ERROR
    assert is_blocked(checks(PLAN, facts))


def test_one_minute_below_the_norm_asks_for_a_reason() -> None:
    short = replace(WHOLE, minutes=240 * 60 - 1)
    assert tones(short)["hours"] is Tone.WARN
    assert needs_reason(checks(PLAN, short))
    assert not is_blocked(checks(PLAN, short))


def test_the_exam_plan_can_make_hours_a_blocker() -> None:
    raw = raw_plan()
    raw["hours"]["below_norm"] = "blocker"
    assert tones(replace(WHOLE, minutes=0), ExamPlan.model_validate(raw))["hours"] is Tone.ERROR


def test_more_attempts_or_two_exam_plans_ask_for_a_reason() -> None:
    assert tones(with_first(attempt=2))["attempts"] is Tone.OK
    assert tones(with_first(attempt=3))["attempts"] is Tone.WARN
    assert tones(with_first(rubric="b"))["rubric"] is Tone.WARN
