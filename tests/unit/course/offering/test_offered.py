"""What a school makes of the course: pure, and never broken by a newer catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from content.keuzedeel import Keuzedeel
from content.lesson import read_lesson
from course.offering.editing import moved
from course.offering.plan import Plan, plan_of
from course.offering.rules import caught_up, offered
from tests.factories.offering import a_lesson_text, a_plan

COURSE = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
SLUGS = (*COURSE.programme.lessons, *COURSE.programme.assignments)
ROUTES = [route.code for route in COURSE.programme.routes]


def without(course: Keuzedeel, slug: str) -> Keuzedeel:
    """The catalogue before this lesson was written."""
    modules = tuple(
        module.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update={"lessons": tuple(s for s in block.lessons if s != slug)})
                    for block in module.blocks
                )
            }
        )
        for module in course.programme.modules
    )
    lessons = tuple(each for each in course.lessons if each.slug != slug)
    programme = course.programme.model_copy(update={"modules": modules})
    return replace(course, programme=programme, lessons=lessons)


def test_the_plan_of_the_catalogue_is_the_catalogue() -> None:
    made = offered(COURSE, plan_of(COURSE.programme), {})
    assert made.programme == COURSE.programme
    assert made.lessons == COURSE.lessons
    assert made.assignments == COURSE.assignments
    assert made.version == COURSE.version


def test_an_own_lesson_stands_where_the_school_put_it() -> None:
    own = read_lesson(a_lesson_text("onze-markt"), name="")
    made = offered(COURSE, a_plan(COURSE, own={"onze-markt": 1}), {"onze-markt": own})
    first = COURSE.programme.modules[0]
    assert made.programme.modules[0].blocks[0].lessons[-1] == "onze-markt"
    assert (made.lesson("onze-markt").header.module, made.lesson("onze-markt").header.block) == (
        first.code,
        first.blocks[0].code,
    )
    assert made.frozen is COURSE.frozen
    assert made.instrument_version == COURSE.instrument_version


def test_what_is_off_is_not_offered_and_keeps_its_place() -> None:
    slug = COURSE.programme.lessons[0]
    plan = a_plan(COURSE, off=(slug,))
    assert slug not in offered(COURSE, plan, {}).programme.lessons
    again = plan.model_copy(update={"off": frozenset()})
    assert offered(COURSE, again, {}).programme == COURSE.programme


def test_a_module_that_is_off_takes_its_lessons_along() -> None:
    module = COURSE.programme.modules[-1]
    made = offered(COURSE, a_plan(COURSE, off=(module.code,)), {})
    assert module.code not in [each.code for each in made.programme.modules]
    assert not set(module.lessons) & {each.slug for each in made.lessons}


@pytest.mark.parametrize("slug", COURSE.programme.lessons)
def test_a_lesson_that_the_catalogue_gained_comes_in_at_its_place(slug: str) -> None:
    before = plan_of(without(COURSE, slug).programme)
    assert offered(COURSE, before, {}).programme == COURSE.programme


@pytest.mark.parametrize("slug", COURSE.programme.lessons)
def test_a_lesson_that_the_catalogue_lost_is_left_out(slug: str) -> None:
    older = without(COURSE, slug)
    assert offered(older, plan_of(COURSE.programme), {}).programme == older.programme


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("up", [True, False])
def test_what_the_school_moved_stays_there_alone(slug: str, up: bool) -> None:
    plan = plan_of(COURSE.programme)
    for _place in range(12):  # further than the longest block
        plan = moved(plan, slug, up=up)
    assert caught_up(plan, COURSE.programme) == plan


def test_hours_that_no_longer_add_up_are_those_of_the_catalogue() -> None:
    plan = plan_of(COURSE.programme)
    wrong = plan.modules[0].hours[0].model_copy(update={"guided": 200})
    module = plan.modules[0].model_copy(update={"hours": (wrong, *plan.modules[0].hours[1:])})
    broken = plan.model_copy(update={"modules": (module, *plan.modules[1:])})
    made = offered(COURSE, broken, {})
    assert [made.programme.total(route) for route in ROUTES] == [240] * len(ROUTES)


def shuffled_plans() -> st.SearchStrategy[Plan]:
    plan = plan_of(COURSE.programme)
    modules = st.permutations(plan.modules).map(tuple)
    off = st.frozensets(st.sampled_from(SLUGS))
    return st.builds(lambda order, without: Plan(modules=order, off=without), modules, off)


@given(shuffled_plans())
def test_any_order_and_choice_gives_a_whole_course(plan: Plan) -> None:
    made = offered(COURSE, plan, {})
    assert [each.slug for each in made.lessons] == list(made.programme.lessons)
    assert [each.slug for each in made.assignments] == list(made.programme.assignments)
    assert {*made.programme.lessons, *made.programme.assignments} == set(SLUGS) - plan.off
    assert [each.code for each in made.programme.modules] == [each.code for each in plan.modules]
    assert all(made.programme.total(route) == 240 for route in ROUTES)


@given(shuffled_plans())
def test_catching_up_twice_changes_nothing(plan: Plan) -> None:
    once = caught_up(plan, COURSE.programme)
    assert caught_up(once, COURSE.programme) == once
    assert Plan.model_validate(plan.model_dump(mode="json")) == plan
