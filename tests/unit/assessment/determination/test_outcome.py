"""The result is what the exam plan says: golden cases, and 10,000 random ones calculated twice."""

from __future__ import annotations

import random

import pytest

from assessment.determination.rules import Incomplete, Reason, outcome
from content.exam_plan import ExamPlan
from tests.unit.assessment.determination.oracle import raw_plan, result_by_hand

RAW = raw_plan()
PLAN = ExamPlan.model_validate(RAW)
CODES = {f"D1-K1-W{w}": [f"W{w}-{n}" for n in range(1, 8)] for w in (1, 2, 3)}


def rows(w1: str, w2: str, w3: str) -> dict[str, dict[str, str]]:
    return {
        process: dict(zip(codes, levels, strict=True))
        for (process, codes), levels in zip(CODES.items(), (w1, w2, w3), strict=True)
    }


GOLDEN = [
    ("all sufficient", rows("VVVVVVV", "VVVVVVV", "VVVVVVV"), "VVV", "V", True),
    ("all good", rows("GGGGGGG", "GGGGGGG", "GGGGGGG"), "GGG", "G", True),
    ("all insufficient", rows("OOOOOOO", "OOOOOOO", "OOOOOOO"), "OOO", "O", False),
    ("one row short is still met", rows("OVVVVVV", "VVVVVVV", "VVVVVVV"), "VVV", "V", True),
    ("two rows short is not", rows("OOVVVVV", "VVVVVVV", "VVVVVVV"), "OVV", "O", False),
    ("the knock-out of W1 alone", rows("VVOVVVV", "GGGGGGG", "GGGGGGG"), "OGG", "O", False),
    ("the knock-out of W2 alone", rows("VVVVVVV", "VVVVVVO", "VVVVVVV"), "VOV", "O", False),
    ("the knock-out of W3 alone", rows("VVVVVVV", "VVVVVVV", "VVVOVVV"), "VVO", "O", False),
    ("five good is good", rows("GGGGGVV", "GGGGGVV", "VVVVVVV"), "GGV", "G", True),
    ("four good is not", rows("GGGGVVV", "GGGGGVV", "VVVVVVV"), "VGV", "V", True),
    ("six good and one short is not good", rows("OGGGGGG", "GGGGGVV", "VVVVVVV"), "VGV", "V", True),
    ("good twice and failed once is failed", rows("GGGGGGG", "GGGGGGG", "OOVVVVV"), "GGO", "O", False),
]


@pytest.mark.parametrize(
    ("name", "given", "levels", "level", "met"), GOLDEN, ids=[case[0] for case in GOLDEN]
)
def test_golden_cases(name, given, levels, level, met) -> None:
    found = outcome(PLAN, given)
    assert "".join(each.level for each in found.work_processes) == levels
    assert (found.level, found.met) == (level, met)


def test_ten_thousand_random_cases_equal_a_second_calculation() -> None:
    chance = random.Random(18)
    seen = set()
    for _ in range(10_000):
        weights = chance.choice([(1, 6, 3), (1, 1, 1), (1, 3, 12), (4, 3, 3)])
        given = {
            process: {code: chance.choices("OVG", weights)[0] for code in codes}
            for process, codes in CODES.items()
        }
        found = outcome(PLAN, given)
        second = result_by_hand(RAW, given)
        assert ([each.level for each in found.work_processes], found.level, found.met) == second, given
        seen.add(found.level)
    assert seen == {"O", "V", "G"}


def test_other_rules_in_the_plan_give_other_results() -> None:
    raw = raw_plan()
    raw["work_processes"][0]["voldoende"] |= {"max_onvoldoende": 7, "knock_out": []}
    raw["overall"]["goed"]["min_goed"] = 1
    plan, chance = ExamPlan.model_validate(raw), random.Random(19)
    for _ in range(1_000):
        given = {p: {code: chance.choice("OVG") for code in codes} for p, codes in CODES.items()}
        found = outcome(plan, given)
        assert ([p.level for p in found.work_processes], found.level, found.met) == result_by_hand(raw, given)


def test_the_reasons_name_what_made_it_so() -> None:
    found = outcome(PLAN, rows("OVOVVVV", "GGGGGVV", "VVVVVVV"))
    assert found.work_processes[0].reasons == (
        Reason("too_many_insufficient", ("W1-1", "W1-3")),
        Reason("knock_out", ("W1-3",)),
    )
    assert found.work_processes[0].counts == {"O": 2, "V": 5, "G": 0}
    assert found.reasons == (Reason("work_process_short", ("D1-K1-W1",)),)


def test_missing_rows_are_no_result() -> None:
    with pytest.raises(Incomplete):
        outcome(PLAN, {"D1-K1-W1": dict.fromkeys(CODES["D1-K1-W1"], "V")})
