"""Every assignment leads to the section of the work where it is done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from content.fault_words import in_english
from content.place_checks import place_faults


def test_each_assignment_of_the_course_has_a_place_in_the_work(d1) -> None:
    assert all(each.header.place for each in d1.assignments)
    assert list(place_faults(d1)) == []
    piece, section = d1.place_of(d1.assignment("jouw-sociale-kaart"))
    assert (piece.key, section.key) == ("wijkanalyse", "partijen")


@pytest.mark.parametrize(
    ("place", "least", "said"),
    [
        ("wijkanalyse.bestaat-niet", 1, "no section wijkanalyse.bestaat-niet"),
        ("bestaat-niet.partijen", 1, "no section bestaat-niet.partijen"),
        ("wijkanalyse.eigen-rol", 99, "least: wijkanalyse.eigen-rol has 5 fields"),
    ],
)
def test_a_place_that_is_not_there_is_named(d1, place: str, least: int, said: str) -> None:
    one = d1.assignment("windscherm")
    moved = replace(one, header=one.header.model_copy(update={"place": place, "least": least}))
    [found] = place_faults(replace(d1, assignments=(moved,)))
    assert found.file == "assignments/windscherm.md"
    assert said in in_english(found)


@pytest.mark.parametrize("field", ["bestaat-niet", "wie", "partijen"])
def test_only_a_question_that_is_asked_of_each_record_may_wait(d1, field: str) -> None:
    one = d1.assignment("meelopen")
    assert one.header.later == ("verandering",)
    moved = replace(one, header=one.header.model_copy(update={"later": (field,)}))
    [found] = place_faults(replace(d1, assignments=(moved,)))
    assert f"later: verbinden.contacten does not ask {field} of each record" in in_english(found)


def test_an_assignment_without_a_place_is_fine(t9) -> None:
    assert t9.place_of(t9.assignments[0]) is None
    assert list(place_faults(t9)) == []
