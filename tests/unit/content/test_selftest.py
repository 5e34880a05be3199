"""A self-test of a block: read with its lessons, and refused with what is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.errors import ContentError
from content.fault_words import in_english
from content.selftest import read_selftest
from content.selftest_checks import selftest_faults
from tests.unit.content.broken import a_selftest


def test_each_question_says_where_to_read_it_again() -> None:
    found = read_selftest(a_selftest(), name="m0-a.md")
    assert (found.slug, found.title, len(found.questions)) == ("zelftest-m0-a", "Zelftest", 14)
    assert found.lessons["q1"] == ("welkom", "meldcode")
    assert found.all_lessons() == ("welkom", "meldcode")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (a_selftest(ids=["q1"] * 14), "id of its own"),
        (a_selftest(ids=[f"q{n}" for n in range(11)]), "11 questions; 12 to 16"),
        (a_selftest(ids=[f"q{n}" for n in range(17)]), "17 questions"),
        (a_selftest(lessons='lessons=" "'), "takes lessons"),
        (a_selftest(lessons='other="welkom"'), "takes lessons"),
        (a_selftest(after="Nog een zin."), "one check, and nothing else"),
        (a_selftest().replace("- [x] Vragen.", "- [ ] Vragen."), "exactly one answer is right"),
        (a_selftest().replace("reviewed: nee", "extra: ja"), "m0-a.md"),
    ],
)
def test_wrong_notation_is_refused(text: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        read_selftest(text, name="m0-a.md")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (a_selftest(block="M9-Z"), "no block M9-Z"),
        (a_selftest(lessons='lessons="bestaat-niet"'), "q1: no lesson bestaat-niet"),
        (a_selftest().replace("I-01", "I-99"), "q1: no item I-99"),
    ],
)
def test_what_does_not_fit_the_programme_is_named(d1, text: str, said: str) -> None:
    found = replace(d1, selftests=(read_selftest(text, name="m0-a.md"),))
    assert any(said in in_english(each) for each in selftest_faults(found))


def test_a_word_of_a_self_test_makes_another_version(d1) -> None:
    texts = (a_selftest().replace("Niets", word) for word in ("Niets", "Wat"))
    one, other = (read_selftest(text, name="m0-a.md") for text in texts)
    assert replace(d1, selftests=(one,)).version != replace(d1, selftests=(other,)).version


def test_the_self_tests_of_the_course_stand_in_the_order_of_its_blocks(d1) -> None:
    blocks = [block.code for module in d1.programme.modules for block in module.blocks]
    found = [each.block for each in d1.selftests]
    assert found == sorted(found, key=blocks.index)
    assert list(selftest_faults(d1)) == []
