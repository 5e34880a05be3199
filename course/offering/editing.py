"""Change a plan: every verb gives a new plan and leaves the old one as it was. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from content.frozen import Frozen
from content.programme import RouteHours
from course.offering.plan import Plan, PlannedModule

M = TypeVar("M", bound=Frozen)
Hours = Mapping[tuple[str, str], RouteHours]


def moved(plan: Plan, what: str, *, up: bool) -> Plan:
    """Put a module, block, lesson or assignment one place up or down; at an edge into the next block."""
    if what in (each.code for each in plan.modules):
        return _with(plan, modules=_swapped(plan.modules, what, up=up))
    if what in _block_codes(plan):
        return _in_modules(plan, lambda m: _with(m, blocks=_swapped(m.blocks, what, up=up)))
    blocks = _shifted([block.lessons for module in plan.modules for block in module.blocks], what, up=up)
    tasks = _shifted([module.assignments for module in plan.modules], what, up=up)
    return _refilled(plan, blocks, tasks)


def switched(plan: Plan, what: str, *, on: bool) -> Plan:
    """Offer a module, lesson or assignment, or stop offering it; it keeps its place."""
    return _with(plan, off=plan.off - {what} if on else plan.off | {what})


def renamed(plan: Plan, code: str, *, title: str, goals: Sequence[str], blocks: Mapping[str, str]) -> Plan:
    """Give a module its title and goals, and its blocks their titles."""

    def change(module: PlannedModule) -> PlannedModule:
        named = tuple(_with(each, title=blocks.get(each.code, each.title)) for each in module.blocks)
        return _with(module, title=title, goals=tuple(goals), blocks=named)

    return _in_modules(plan, lambda m: change(m) if m.code == code else m)


def with_hours(plan: Plan, hours: Hours) -> Plan:
    """Give modules other hours per route."""
    return _in_modules(
        plan, lambda m: _with(m, hours=tuple(hours.get((m.code, each.route), each) for each in m.hours))
    )


def with_own(plan: Plan, slug: str, number: int, *, module: str, block: str) -> Plan:
    """Offer a version of an own document; a new one, or one that moved, comes last in its block."""
    plan = _with(plan, own={**plan.own, slug: number})
    if where(plan, slug) == (module, block):
        return plan
    emptied = _in_modules(plan, lambda m: _without(m, slug))
    return _in_modules(emptied, lambda m: _added(m, slug, block) if m.code == module else m)


def where(plan: Plan, slug: str) -> tuple[str, str] | None:
    """Tell in which module and block a document stands; an assignment stands in no block."""
    for module in plan.modules:
        if slug in module.assignments:
            return module.code, ""
        for block in module.blocks:
            if slug in block.lessons:
                return module.code, block.code
    return None


def shortfall(plan: Plan, route: str, load: int) -> int:
    """Tell how many hours a route still needs; negative when it has too many."""
    return load - plan.total(route)


def _added(module: PlannedModule, slug: str, block: str) -> PlannedModule:
    if not block:
        return _with(module, assignments=(*module.assignments, slug))
    return _with(
        module,
        blocks=tuple(
            _with(each, lessons=(*each.lessons, slug)) if each.code == block else each
            for each in module.blocks
        ),
    )


def _without(module: PlannedModule, slug: str) -> PlannedModule:
    blocks = tuple(_with(b, lessons=tuple(s for s in b.lessons if s != slug)) for b in module.blocks)
    return _with(module, blocks=blocks, assignments=tuple(s for s in module.assignments if s != slug))


def _refilled(plan: Plan, blocks: Sequence[Sequence[str]], tasks: Sequence[Sequence[str]]) -> Plan:
    lessons, assignments = iter(blocks), iter(tasks)
    return _in_modules(
        plan,
        lambda m: _with(
            m,
            blocks=tuple(_with(each, lessons=tuple(next(lessons))) for each in m.blocks),
            assignments=tuple(next(assignments)),
        ),
    )


def _shifted(groups: Sequence[Sequence[str]], slug: str, *, up: bool) -> list[list[str]]:
    """Move within its group, or over the edge into the group beside it."""
    lists = [list(group) for group in groups]
    here = next((index for index, group in enumerate(lists) if slug in group), None)
    if here is None:
        return lists
    group, place = lists[here], lists[here].index(slug)
    beside, to = here + (-1 if up else 1), place + (-1 if up else 1)
    if 0 <= to < len(group):
        group[place], group[to] = group[to], group[place]
    elif 0 <= beside < len(lists):
        group.remove(slug)
        lists[beside].insert(len(lists[beside]) if up else 0, slug)
    return lists


def _swapped(things: Sequence[Any], code: str, *, up: bool) -> tuple[Any, ...]:
    order = list(things)
    place = next((index for index, each in enumerate(order) if each.code == code), None)
    to = place + (-1 if up else 1) if place is not None else -1
    if place is not None and 0 <= to < len(order):
        order[place], order[to] = order[to], order[place]
    return tuple(order)


def _block_codes(plan: Plan) -> set[str]:
    return {block.code for module in plan.modules for block in module.blocks}


def _in_modules(plan: Plan, change: Callable[[PlannedModule], PlannedModule]) -> Plan:
    return _with(plan, modules=tuple(change(module) for module in plan.modules))


def _with(model: M, **values: Any) -> M:
    return model.model_copy(update=values)
