"""What went wrong comes back after 2, 7 and 21 days; well at each of these is learned; wrong starts over."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from course.selftest.outcomes import Outcome
from course.selftest.repetition import STEPS, Standing, standing_after

START = date(2026, 11, 2)
RIGHT, WRONG = Outcome.RIGHT, Outcome.WRONG
answers = st.lists(st.tuples(st.sampled_from(list(Outcome)), st.integers(0, 30)), max_size=40)


def on(day: int) -> date:
    return START + timedelta(days=day)


def dated(steps: list[tuple[Outcome, int]]) -> list[tuple[Outcome, date]]:
    day, found = START, []
    for outcome, later in steps:
        day += timedelta(days=later)
        found.append((outcome, day))
    return found


def test_the_way_from_wrong_to_learned() -> None:
    story = [(WRONG, on(0))]
    assert standing_after(story).due == on(2)
    story.append((RIGHT, on(2)))
    assert standing_after(story).due == on(2 + 7)
    story.append((RIGHT, on(9)))
    assert standing_after(story).due == on(9 + 21)
    story.append((RIGHT, on(30)))
    assert standing_after(story) == Standing(None, 3)
    assert standing_after(story).is_learned
    story.append((WRONG, on(60)))
    assert standing_after(story) == Standing(on(62), 0)


def test_what_was_never_wrong_never_comes_back() -> None:
    assert standing_after([(RIGHT, on(0)), (RIGHT, on(9))]) == Standing()
    assert not Standing().is_learned


def test_practising_before_it_is_due_changes_nothing() -> None:
    assert standing_after([(WRONG, on(0)), (RIGHT, on(0)), (RIGHT, on(1))]) == Standing(on(2), 0)


def test_it_is_due_on_the_day_and_stays_due() -> None:
    standing = standing_after([(WRONG, on(0))])
    assert [standing.is_due(on(day)) for day in (1, 2, 50)] == [False, True, True]


@given(answers)
def test_only_a_wrong_answer_starts_and_only_right_ones_end_the_repetition(steps) -> None:
    story = dated(steps)
    standing = standing_after(story)
    last_wrong = max((n for n, (outcome, _) in enumerate(story) if outcome is WRONG), default=None)
    if last_wrong is None:
        assert standing == Standing()
        return
    since = story[last_wrong:]
    assert standing_after(since) == standing
    assert standing.step <= sum(outcome is RIGHT for outcome, _ in since)
    assert standing.is_learned == (standing.due is None) == (standing.step == len(STEPS))
    if standing.due:
        last_move = max(day for outcome, day in since)
        assert since[0][1] < standing.due <= last_move + timedelta(days=max(STEPS))


@given(answers)
def test_who_answers_right_on_every_due_day_is_done_in_thirty_days(steps) -> None:
    story = dated(steps)
    story.append((WRONG, story[-1][1] if story else START))
    wrong_on = story[-1][1]
    for _repetition in STEPS:
        due = standing_after(story).due
        assert due is not None
        story.append((RIGHT, due))
    assert standing_after(story).is_learned
    assert story[-1][1] == wrong_on + timedelta(days=sum(STEPS))


@given(answers)
def test_what_is_weighed_or_open_counts_for_nothing(steps) -> None:
    judged = [each for each in dated(steps) if each[0] in {RIGHT, WRONG}]
    assert standing_after(dated(steps)) == standing_after(judged)
