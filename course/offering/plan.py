"""The plan of a school: which modules, lessons and assignments, in which order, with which hours. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, PositiveInt, StringConstraints

from content.finding import first
from content.frozen import Frozen, Slug, Text
from content.programme import Block, Module, Programme, RouteHours

Title = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Goal = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class PlannedBlock(Frozen):
    """A block in the order of the school; what is switched off keeps its place."""

    code: Text
    title: Title
    lessons: tuple[Slug, ...] = ()

    def placed(self, lessons: tuple[str, ...]) -> Block:
        """Give the block with only these of its lessons."""
        return Block(code=self.code, title=self.title, lessons=lessons)


class PlannedModule(Frozen):
    """A module in the order of the school."""

    code: Text
    title: Title
    goals: tuple[Goal, ...]
    hours: tuple[RouteHours, ...]
    blocks: tuple[PlannedBlock, ...]
    assignments: tuple[Slug, ...] = ()

    def hours_for(self, route: str) -> RouteHours:
        """Find the hours of this module on a route."""
        return first((hours for hours in self.hours if hours.route == route), route)

    def block(self, code: str) -> PlannedBlock:
        """Find the block with this code."""
        return first((block for block in self.blocks if block.code == code), code)

    @property
    def lessons(self) -> tuple[str, ...]:
        """The slugs of the lessons, switched off or not."""
        return tuple(slug for block in self.blocks for slug in block.lessons)


class Plan(Frozen):
    """Everything a school decides about a course.

    `off` names what is not offered: codes of modules, slugs of lessons and assignments. `own` names the
    lessons and assignments of the school itself, each with the number of its published version.
    """

    modules: tuple[PlannedModule, ...]
    off: frozenset[Text] = frozenset()
    own: Mapping[Slug, PositiveInt] = Field(default_factory=dict)

    def module(self, code: str) -> PlannedModule:
        """Find the module with this code."""
        return first((module for module in self.modules if module.code == code), code)

    def total(self, route: str) -> int:
        """Add up the study hours of a route over the modules that are offered."""
        return sum(each.hours_for(route).total for each in self.modules if each.code not in self.off)

    @property
    def placed(self) -> frozenset[str]:
        """The slugs that stand somewhere in the plan."""
        return frozenset(slug for module in self.modules for slug in (*module.lessons, *module.assignments))


def plan_of(programme: Programme) -> Plan:
    """Write the programme of the catalogue down as a plan: the first that a school changes."""
    return Plan(modules=tuple(planned(module) for module in programme.modules))


def planned(module: Module) -> PlannedModule:
    """Write one module of the catalogue down as a school plans it."""
    return PlannedModule(
        code=module.code,
        title=module.title,
        goals=module.goals,
        hours=module.hours,
        blocks=tuple(PlannedBlock(code=b.code, title=b.title, lessons=b.lessons) for b in module.blocks),
        assignments=module.assignments,
    )
