"""What differs between two plans, for people to read. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

from course.offering.editing import where
from course.offering.plan import Plan, PlannedModule


class ChangeKind(enum.StrEnum):
    """A kind of difference."""

    ON = "on"
    OFF = "off"
    ADDED = "added"
    REMOVED = "removed"
    VERSION = "version"
    MOVED = "moved"
    ORDER = "order"
    MODULE_ORDER = "module_order"
    TITLE = "title"
    GOALS = "goals"
    HOURS = "hours"


@dataclass(frozen=True)
class Change:
    """One difference: of what (a code or slug), and from what to what."""

    kind: ChangeKind
    what: str = ""
    before: str = ""
    after: str = ""


def changes(before: Plan, after: Plan) -> list[Change]:
    """Name every difference, from large to small; nothing when the plans offer the same."""
    return [*_switches(before, after), *_documents(before, after), *_orders(before, after),
            *(each for module in after.modules for each in _module(before, module))]  # fmt: skip


def _switches(before: Plan, after: Plan) -> Iterator[Change]:
    known = {*(m.code for m in after.modules), *after.placed}
    for what in sorted((before.off - after.off) & known):
        yield Change(ChangeKind.ON, what)
    for what in sorted((after.off - before.off) & known):
        yield Change(ChangeKind.OFF, what)


def _documents(before: Plan, after: Plan) -> Iterator[Change]:
    for slug, number in sorted(after.own.items()):
        if slug not in before.own:
            yield Change(ChangeKind.ADDED, slug)
        elif before.own[slug] != number:
            yield Change(ChangeKind.VERSION, slug, str(before.own[slug]), str(number))
    for slug in sorted(before.own.keys() - after.own.keys()):
        yield Change(ChangeKind.REMOVED, slug)
    for slug in sorted(after.placed & before.placed):
        old, new = where(before, slug), where(after, slug)
        if old and new and old != new:
            yield Change(ChangeKind.MOVED, slug, old[1] or old[0], new[1] or new[0])


def _orders(before: Plan, after: Plan) -> Iterator[Change]:
    if _reordered([m.code for m in before.modules], [m.code for m in after.modules]):
        yield Change(ChangeKind.MODULE_ORDER)
    old = {m.code: m for m in before.modules}
    for module in after.modules:
        was = old.get(module.code)
        if was and any(_reordered(list(a), list(b)) for a, b in _lists(was, module)):
            yield Change(ChangeKind.ORDER, module.code)


def _lists(old: PlannedModule, new: PlannedModule) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    yield old.assignments, new.assignments
    yield tuple(b.code for b in old.blocks), tuple(b.code for b in new.blocks)
    blocks = {block.code: block.lessons for block in old.blocks}
    for block in new.blocks:
        yield blocks.get(block.code, ()), block.lessons


def _module(before: Plan, module: PlannedModule) -> Iterator[Change]:
    old = next((each for each in before.modules if each.code == module.code), None)
    if old is None:
        return
    if old.title != module.title:
        yield Change(ChangeKind.TITLE, module.code, old.title, module.title)
    titles = {block.code: block.title for block in old.blocks}
    for block in module.blocks:
        if titles.get(block.code, block.title) != block.title:
            yield Change(ChangeKind.TITLE, block.code, titles[block.code], block.title)
    if old.goals != module.goals:
        yield Change(ChangeKind.GOALS, module.code)
    if old.hours != module.hours:
        yield Change(ChangeKind.HOURS, module.code)


def _reordered(old: list[str], new: list[str]) -> bool:
    """Tell whether what is in both stands in another order."""
    both = set(old) & set(new)
    return [each for each in old if each in both] != [each for each in new if each in both]
