"""The place of an assignment in the work: what counts as enough of it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from content.work_form import FormField, Piece, WorkSection
from course.workbench.assignment_places import place_view

NAME = FormField(key="naam", label="Naam", type="line", required=True)
MORE = FormField(key="meer", label="Meer", type="text", required=True)
ENOUGH = "Ze kwam twee keer terug."
LIST = WorkSection(
    key="lijst",
    title="Lijst",
    kind="list",
    item="een",
    help="Help.",
    empty="Leeg.",
    fields=(NAME, MORE),
    criteria=(),
)
DAY = FormField(key="dag", label="Dag", type="date", required=True)
TWICE = LIST.model_copy(update={"fields": (NAME, DAY, MORE)})
SINGLE = WorkSection(key="blad", title="Blad", kind="single", help="Help.", fields=(NAME, MORE), criteria=())
PIECE = Piece(work_process="W", key="werk", title="Werk", intro="In.", sections=(LIST, SINGLE))


def an_assignment(least: int, *later: str):
    return SimpleNamespace(header=SimpleNamespace(least=least, later=later))


def an_item(**values: str):
    return SimpleNamespace(values=values, links=[])


@pytest.mark.parametrize(("records", "ready"), [(0, False), (2, False), (3, True), (9, True)])
def test_a_list_is_ready_with_enough_records(records: int, ready: bool) -> None:
    items = [an_item(naam="Riet", meer=ENOUGH) for _ in range(records)]
    view = place_view(an_assignment(least=3), PIECE, LIST, items)
    assert (view.there, view.is_ready) == (records, ready)


@pytest.mark.parametrize("more", ["", "Ze", "Ze kwam"])
def test_a_record_counts_when_it_says_all_that_is_asked(more: str) -> None:
    items = [an_item(naam="Riet", meer=ENOUGH), an_item(naam="Joke", meer=more)]
    assert place_view(an_assignment(least=2), PIECE, LIST, items).there == 1


def test_a_record_counts_without_the_question_that_may_wait() -> None:
    items = [an_item(naam="Riet", meer="")]
    assert not place_view(an_assignment(1), PIECE, TWICE, items).is_ready
    items = [an_item(naam="Riet", dag="2026-10-05", meer="")]
    assert not place_view(an_assignment(1), PIECE, TWICE, items).is_ready
    view = place_view(an_assignment(1, "meer"), PIECE, TWICE, items)
    assert view.is_ready
    assert [each.label for each in view.later] == ["Meer"]


def test_one_record_is_ready_with_enough_answers() -> None:
    half, whole = [an_item(naam="Riet", meer="Ze")], [an_item(naam="Riet", meer=ENOUGH)]
    assert not place_view(an_assignment(least=2), PIECE, SINGLE, half).is_ready
    assert place_view(an_assignment(least=2), PIECE, SINGLE, whole).is_ready
    assert place_view(an_assignment(least=2), PIECE, SINGLE, []).there == 0
