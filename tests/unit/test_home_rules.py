"""The one next step of a student."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from web.home.rules import Standing, StepKind, next_step

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _work(number: int, **changes) -> Standing:
    values = {
        "code": f"D1-K1-W{number}", "number": number, "piece": "x", "title": "x", "ready": 0, "total": 7,
        "minutes": 0, "deadline": None, "state": "",
    }  # fmt: skip
    return Standing(**values | changes)


def _step(*standings: Standing, **changes):
    values = {"now": NOW, "lessons_done": 1, "next_lesson": "les", "result_is_ready": False}
    return next_step(standings, **values | changes)


def test_who_begins_reads_a_lesson() -> None:
    assert _step(_work(1), _work(2), lessons_done=0).kind is StepKind.READ_LESSON


def test_a_result_comes_before_everything() -> None:
    assert _step(_work(1, state="returned"), result_is_ready=True).kind is StepKind.READ_RESULT


def test_returned_work_comes_before_a_deadline() -> None:
    step = _step(_work(1, deadline=NOW + timedelta(days=1)), _work(2, state="returned"))
    assert (step.kind, step.standing.number) == (StepKind.MEND_RETURNED, 2)


def test_the_nearest_deadline_comes_first_and_complete_work_is_handed_in() -> None:
    near = _work(2, deadline=NOW + timedelta(days=2), ready=7)
    step = _step(_work(1, deadline=NOW + timedelta(days=9)), near)
    assert (step.kind, step.standing) == (StepKind.HAND_IN, near)


def test_without_a_deadline_soon_the_first_open_work_goes_on() -> None:
    step = _step(_work(1, state="submitted"), _work(2, ready=3))
    assert (step.kind, step.standing.number) == (StepKind.COLLECT_EVIDENCE, 2)


def test_when_all_is_handed_in_one_waits() -> None:
    assert _step(_work(1, state="assessed"), _work(2, state="in_assessment")).kind is StepKind.WAIT
