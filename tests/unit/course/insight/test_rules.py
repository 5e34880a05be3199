"""What a group shows: names only to who may know them, questions only with enough answers."""

from __future__ import annotations

from uuid import UUID

import pytest

from course.insight.chart import Bar, bar
from course.insight.group import Member
from course.insight.rules import FirstAnswers, Names, hardest, names_for, still_to_begin

COACH, OTHER = UUID(int=1), UUID(int=2)
ANNA = Member(UUID(int=11), "Anna", frozenset({COACH}))
BO = Member(UUID(int=12), "Bo", frozenset({OTHER}))
CAS = Member(UUID(int=13), "Cas", frozenset())
ALL = (ANNA, BO, CAS)


def test_a_coach_sees_the_names_of_the_own_students_and_counts_the_others() -> None:
    assert names_for(ALL, reader_id=COACH, sees_all=False) == Names(("Anna",), 2)
    assert names_for(ALL, reader_id=COACH, sees_all=True) == Names(("Anna", "Bo", "Cas"), 0)
    assert names_for((BO,), reader_id=COACH, sees_all=False).total == 1


def test_who_finished_is_in_neither_list() -> None:
    opened, finished = {ANNA.enrolment_id, BO.enrolment_id}, {BO.enrolment_id}
    assert still_to_begin(ALL, opened, finished) == ([CAS], [ANNA])


@pytest.mark.parametrize(("answered", "shown"), [(0, False), (4, False), (5, True)])
def test_a_question_shows_from_five_answers(answered: int, shown: bool) -> None:
    assert FirstAnswers(answered, 1).is_shown is shown


def test_the_hardest_goes_wrong_most_often_and_few_answers_stay_hidden() -> None:
    answers = {"q1": FirstAnswers(10, 3), "q2": FirstAnswers(5, 2), "q3": FirstAnswers(4, 4)}
    assert hardest(answers) == "q2"
    assert hardest({"q1": FirstAnswers(10, 0)}) is None
    assert hardest({}) is None


@pytest.mark.parametrize(
    ("answered", "wrong", "hard"), [(10, 5, True), (10, 4, False), (4, 4, False), (5, 3, True), (0, 0, False)]
)
def test_a_question_that_half_of_a_group_answers_wrong_is_hard(answered: int, wrong: int, hard: bool) -> None:
    assert FirstAnswers(answered, wrong).is_hard is hard


def test_bars_are_as_long_as_their_share() -> None:
    assert bar(opened=3, finished=1, total=4) == Bar(opened=75, finished=25)
    assert bar(opened=0, finished=0, total=0) == Bar(opened=0, finished=0)
