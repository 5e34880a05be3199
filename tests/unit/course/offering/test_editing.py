"""Every change of a plan keeps what it does not touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from content.programme import RouteHours
from course.offering import editing
from course.offering.changes import Change, ChangeKind, changes
from course.offering.plan import Plan, plan_of

COURSE = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
PLAN = plan_of(COURSE.programme)
LESSONS, TASKS = COURSE.programme.lessons, COURSE.programme.assignments
MODULES = tuple(each.code for each in PLAN.modules)
BLOCKS = tuple(block.code for module in PLAN.modules for block in module.blocks)
EVERYTHING = (*MODULES, *BLOCKS, *LESSONS, *TASKS)


def lessons_of(plan: Plan) -> list[str]:
    return [slug for module in plan.modules for slug in module.lessons]


def test_a_lesson_goes_one_place_down_and_up_again() -> None:
    first = LESSONS[0]
    down = editing.moved(PLAN, first, up=False)
    assert lessons_of(down).index(first) == 1
    assert editing.moved(down, first, up=True) == PLAN


def test_over_the_edge_a_lesson_goes_into_the_next_block() -> None:
    block = PLAN.modules[0].blocks[0]
    last = block.lessons[-1]
    moved = editing.moved(PLAN, last, up=False)
    assert editing.where(moved, last) == (PLAN.modules[0].code, PLAN.modules[0].blocks[1].code)
    assert moved.modules[0].blocks[1].lessons[0] == last
    assert editing.moved(moved, last, up=True) == PLAN


@pytest.mark.parametrize(("what", "up"), [(LESSONS[0], True), (MODULES[0], True), (MODULES[-1], False)])
def test_at_the_end_of_the_course_nothing_moves(what: str, up: bool) -> None:
    assert editing.moved(PLAN, what, up=up) == PLAN


@given(st.lists(st.tuples(st.sampled_from(EVERYTHING), st.booleans()), max_size=30))
def test_no_number_of_moves_loses_or_doubles_anything(moves: list[tuple[str, bool]]) -> None:
    plan = PLAN
    for what, up in moves:
        plan = editing.moved(plan, what, up=up)
    assert sorted(lessons_of(plan)) == sorted(LESSONS)
    assert sorted(slug for module in plan.modules for slug in module.assignments) == sorted(TASKS)
    assert sorted(module.code for module in plan.modules) == sorted(MODULES)
    assert bool(changes(PLAN, plan)) == (plan != PLAN)


@given(st.sampled_from(EVERYTHING))
def test_off_and_on_again_is_as_before(what: str) -> None:
    off = editing.switched(PLAN, what, on=False)
    assert what in off.off
    assert editing.switched(off, what, on=True) == PLAN


def test_other_hours_are_short_by_the_difference() -> None:
    hours = PLAN.modules[0].hours_for("student")
    less = RouteHours(**(hours.model_dump() | {"guided": hours.guided - 4}))
    plan = editing.with_hours(PLAN, {(MODULES[0], "student"): less})
    assert editing.shortfall(plan, "student", 240) == 4
    assert editing.shortfall(plan, "zij_instromer", 240) == 0
    assert changes(PLAN, plan) == [Change(ChangeKind.HOURS, MODULES[0])]


def test_an_own_lesson_comes_last_in_its_block_and_stays_where_it_was_moved_to() -> None:
    module, block = MODULES[1], PLAN.modules[1].blocks[0].code
    plan = editing.with_own(PLAN, "onze-markt", 1, module=module, block=block)
    assert plan.module(module).blocks[0].lessons[-1] == "onze-markt"
    assert changes(PLAN, plan) == [Change(ChangeKind.ADDED, "onze-markt")]
    up = editing.moved(plan, "onze-markt", up=True)
    newer = editing.with_own(up, "onze-markt", 2, module=module, block=block)
    assert lessons_of(newer) == lessons_of(up)
    assert changes(up, newer) == [Change(ChangeKind.VERSION, "onze-markt", "1", "2")]


def test_new_titles_and_goals_are_told() -> None:
    code, block = MODULES[0], PLAN.modules[0].blocks[0]
    plan = editing.renamed(
        PLAN, code, title="Welkom", goals=["Ik kan groeten."], blocks={block.code: "Begin"}
    )
    assert changes(PLAN, plan) == [
        Change(ChangeKind.TITLE, code, PLAN.modules[0].title, "Welkom"),
        Change(ChangeKind.TITLE, block.code, block.title, "Begin"),
        Change(ChangeKind.GOALS, code),
    ]
