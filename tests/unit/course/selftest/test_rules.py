"""An answer is judged by what stands in the question, whatever the kind."""

from __future__ import annotations

import pytest

from content.nodes import Answer, Choice, DilemmaChoice, Match, Order, Pair, Short
from content.question_version import version_of
from course.selftest.outcomes import Outcome
from course.selftest.rules import asked, judge, placed_twice, right_sides, ticks

CHOICE = Choice("q1", "I-01", "Wat eerst?", (Answer("Bellen", "Nee."), Answer("Vragen", "Ja.", right=True)))
ORDER = Order(
    "q2", "I-01", "Zet op volgorde.", (Answer("Een", "a"), Answer("Twee", "b"), Answer("Drie", "c"))
)
MATCH = Match(
    "q3",
    "I-01",
    "Wat past?",
    ("Wie", "Soort"),
    (Pair("Buurvrouw", "informeel", "a"), Pair("Wijkteam", "formeel", "b"), Pair("Koor", "informeel", "c")),
)
SHORT = Short(
    "q4", "I-01", "Leg uit.", "Zo kan het.", (Answer("Je noemt een rol", "a"), Answer("Je vraagt", "b"))
)
DILEMMA = DilemmaChoice(
    "q5", "I-01", "Wat doe je?", (Answer("A", "a", weight="++"), Answer("B", "b", weight="-"))
)


@pytest.mark.parametrize(("answer", "outcome"), [("1", Outcome.WRONG), ("2", Outcome.RIGHT)])
def test_a_choice_is_right_or_wrong(answer: str, outcome: Outcome) -> None:
    assert judge(CHOICE, {"answer": answer}).outcome is outcome


def test_an_order_says_which_steps_stand_well() -> None:
    verdict = judge(ORDER, {"place_1": "1", "place_2": "3", "place_3": "2"})
    assert (verdict.outcome, verdict.marks) == (Outcome.WRONG, (True, False, False))
    assert judge(ORDER, {"place_1": "1", "place_2": "2", "place_3": "3"}).outcome is Outcome.RIGHT


def test_two_steps_cannot_have_one_place() -> None:
    assert placed_twice(ORDER, {"place_1": "2", "place_2": "2", "place_3": "1"}) == ("place_2",)
    assert placed_twice(ORDER, {"place_1": "3", "place_2": "2", "place_3": "1"}) == ()
    assert placed_twice(CHOICE, {"answer": "1"}) == ()


def test_a_match_offers_each_text_once_and_takes_it_for_every_pair_it_fits() -> None:
    assert right_sides(MATCH) == (("1", "informeel"), ("2", "formeel"))
    assert judge(MATCH, {"pair_1": "1", "pair_2": "2", "pair_3": "1"}).outcome is Outcome.RIGHT
    assert judge(MATCH, {"pair_1": "1", "pair_2": "1", "pair_3": "1"}).marks == (True, False, True)


def test_a_short_answer_is_open_until_its_writer_looked_it_over() -> None:
    assert judge(SHORT, {"text": "Omdat."}).outcome is Outcome.OPEN
    looked = {"text": "Omdat.", "step": "nagekeken"}
    assert judge(SHORT, looked).outcome is Outcome.WRONG
    assert judge(SHORT, looked | {"point_1": "ja"}).marks == (True, False)
    assert judge(SHORT, looked | dict.fromkeys(ticks(SHORT), "ja")).outcome is Outcome.RIGHT


@pytest.mark.parametrize("answer", ["1", "2"])
def test_a_dilemma_is_weighed_and_never_wrong(answer: str) -> None:
    assert judge(DILEMMA, {"answer": answer}).outcome is Outcome.WEIGHED


def test_each_kind_says_what_it_wants() -> None:
    assert [each.name for each in asked(ORDER)] == ["place_1", "place_2", "place_3"]
    assert asked(CHOICE)[0].values == ("1", "2")
    assert asked(MATCH)[0].values == ("1", "2")
    assert asked(SHORT) == ()


def test_other_words_make_another_question() -> None:
    other = Choice("q1", "I-01", "Wat dan?", CHOICE.answers)
    assert version_of(CHOICE) == version_of(Choice(*vars(CHOICE).values()))
    assert version_of(CHOICE) != version_of(other)
