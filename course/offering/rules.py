"""Make the course that a school offers out of the catalogue, its plan and its own documents. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.programme import Module, Programme
from course.offering.documents import OwnText
from course.offering.plan import Plan, PlannedBlock, PlannedModule, planned
from course.offering.work_places import with_place_that_is_there

D = TypeVar("D", Lesson, Assignment)


def offered(keuzedeel: Keuzedeel, plan: Plan, own: Mapping[str, OwnText]) -> Keuzedeel:
    """Give the keuzedeel as a school offers it; what the catalogue gained since the plan comes in."""
    plan = caught_up(plan, keuzedeel.programme)
    lessons = {each.slug: each for each in keuzedeel.lessons} | _only(own, Lesson)
    led = {slug: with_place_that_is_there(each, keuzedeel) for slug, each in _only(own, Assignment).items()}
    assignments = {each.slug: each for each in keuzedeel.assignments} | led
    programme = _programme(keuzedeel, plan, there=lessons.keys() | assignments.keys())
    return replace(
        keuzedeel,
        programme=programme,
        lessons=tuple(
            _at_home(lessons[slug], module.code, block.code)
            for module in programme.modules
            for block in module.blocks
            for slug in block.lessons
        ),
        assignments=tuple(
            _in_module(assignments[slug], module.code)
            for module in programme.modules
            for slug in module.assignments
        ),
    )


def caught_up(plan: Plan, programme: Programme) -> Plan:
    """Give the plan with what the catalogue gained since, each at its place; what is gone is left out."""
    placed, known = plan.placed, {*programme.lessons, *programme.assignments, *plan.own}
    there = {each.code: each for each in plan.modules}
    modules = [
        _module_caught_up(there[code] if code in there else _empty(planned(new)), new, placed)
        for code, new in {each.code: each for each in programme.modules}.items()
    ]
    order = [each.code for each in plan.modules]
    modules.sort(key=lambda each: order.index(each.code) if each.code in there else len(order))
    kept = tuple(_without_unknown(each, known) for each in modules)
    return plan.model_copy(update={"modules": kept})


def _programme(keuzedeel: Keuzedeel, plan: Plan, there: Collection[str]) -> Programme:
    official = keuzedeel.programme
    shown = frozenset(there) - plan.off
    hours = plan if _fits(plan, keuzedeel) else official
    modules = tuple(
        Module(
            code=each.code,
            title=each.title,
            work_process=official.module(each.code).work_process,
            goals=each.goals,
            hours=hours.module(each.code).hours,
            blocks=tuple(b.placed(tuple(s for s in b.lessons if s in shown)) for b in each.blocks),
            assignments=tuple(slug for slug in each.assignments if slug in shown),
        )
        for each in plan.modules
        if each.code not in plan.off
    )
    return official.model_copy(update={"modules": modules})


def _fits(plan: Plan, keuzedeel: Keuzedeel) -> bool:
    """A catalogue with new modules or routes brings its own hours, until the school divides them again."""
    routes = [route.code for route in keuzedeel.programme.routes]
    asked = all(sorted(hours.route for hours in each.hours) == sorted(routes) for each in plan.modules)
    return asked and all(plan.total(route) == keuzedeel.qualification.study_load for route in routes)


def _module_caught_up(module: PlannedModule, new: Module, placed: frozenset[str]) -> PlannedModule:
    there, added = {each.code for each in module.blocks}, {each.code: each.lessons for each in new.blocks}
    later = (PlannedBlock(code=each.code, title=each.title) for each in new.blocks if each.code not in there)
    blocks = tuple(
        block.model_copy(update={"lessons": _woven(block.lessons, added.get(block.code, ()), placed)})
        for block in (*module.blocks, *later)
    )
    assignments = _woven(module.assignments, new.assignments, placed)
    return module.model_copy(update={"blocks": blocks, "assignments": assignments})


def _woven(mine: tuple[str, ...], official: tuple[str, ...], placed: frozenset[str]) -> tuple[str, ...]:
    """Put each new slug after the one it follows in the catalogue."""
    woven = list(mine)
    for place, slug in enumerate(official):
        if slug not in placed:
            before = next((each for each in reversed(official[:place]) if each in woven), None)
            woven.insert(woven.index(before) + 1 if before else 0, slug)
    return tuple(woven)


def _without_unknown(module: PlannedModule, known: set[str]) -> PlannedModule:
    def keep(slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(slug for slug in slugs if slug in known)

    blocks = tuple(each.model_copy(update={"lessons": keep(each.lessons)}) for each in module.blocks)
    return module.model_copy(update={"blocks": blocks, "assignments": keep(module.assignments)})


def _empty(module: PlannedModule) -> PlannedModule:
    blocks = tuple(each.model_copy(update={"lessons": ()}) for each in module.blocks)
    return module.model_copy(update={"blocks": blocks, "assignments": ()})


def _at_home(lesson: Lesson, module: str, block: str) -> Lesson:
    """A lesson that the school moved knows where it stands now."""
    if (lesson.header.module, lesson.header.block) == (module, block):
        return lesson
    return replace(lesson, header=lesson.header.model_copy(update={"module": module, "block": block}))


def _in_module(assignment: Assignment, module: str) -> Assignment:
    if assignment.header.module == module:
        return assignment
    return replace(assignment, header=assignment.header.model_copy(update={"module": module}))


def _only(own: Mapping[str, OwnText], kind: type[D]) -> dict[str, D]:
    return {slug: each for slug, each in own.items() if isinstance(each, kind)}
