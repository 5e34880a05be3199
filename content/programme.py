"""The programme: modules with goals and hours, and the outline of what each lesson covers."""

from pydantic import NonNegativeInt, PositiveInt

from content.finding import first
from content.frozen import CriterionCode, Frozen, ItemId, Key, Slug, Text


class Route(Frozen):
    code: Key
    title: Text
    plain: Text


class RouteHours(Frozen):
    """Study hours of one module on one route."""

    route: Key
    guided: NonNegativeInt
    self_study: NonNegativeInt
    practice: NonNegativeInt

    @property
    def total(self) -> int:
        return self.guided + self.self_study + self.practice


class Block(Frozen):
    code: Text
    title: Text
    lessons: tuple[Slug, ...] = ()


class Module(Frozen):
    code: Text
    title: Text
    work_process: Text
    goals: tuple[Text, ...]
    hours: tuple[RouteHours, ...]
    blocks: tuple[Block, ...]
    assignments: tuple[Slug, ...] = ()

    @property
    def lessons(self) -> tuple[str, ...]:
        return tuple(lesson for block in self.blocks for lesson in block.lessons)

    def hours_for(self, route: str) -> RouteHours:
        """Find the hours of this module on a route."""
        return first((hours for hours in self.hours if hours.route == route), route)


class Programme(Frozen):
    routes: tuple[Route, ...]
    modules: tuple[Module, ...]

    def module(self, code: str) -> Module:
        """Find the module with this code, such as M1."""
        return first((module for module in self.modules if module.code == code), code)

    def total(self, route: str) -> int:
        """Add up the study hours of a route."""
        return sum(module.hours_for(route).total for module in self.modules)

    def norm(self, route: str, code: str) -> int:
        """Add up the hours a route books on a core task or work process code."""
        booked = (module for module in self.modules if module.work_process == code)
        return sum(module.hours_for(route).total for module in booked)

    @property
    def lessons(self) -> tuple[str, ...]:
        """The slugs of the lessons, in reading order."""
        return tuple(lesson for module in self.modules for lesson in module.lessons)

    @property
    def assignments(self) -> tuple[str, ...]:
        """The slugs of the assignments, in order."""
        return tuple(slug for module in self.modules for slug in module.assignments)


class OutlinedLesson(Frozen):
    """What a lesson of the design covers, written or still to be written."""

    id: Text
    slug: Slug
    title: Text
    module: Text
    block: Text
    work_process: Text
    minutes: PositiveInt
    items: tuple[ItemId, ...]
    behaviours: tuple[CriterionCode, ...]


class OutlinedAssignment(Frozen):
    id: Text
    slug: Slug
    title: Text
    module: Text
    practice_hours: NonNegativeInt
    writing_hours: NonNegativeInt
    items: tuple[ItemId, ...]
    behaviours: tuple[CriterionCode, ...]


class Outline(Frozen):
    """The whole design of the course: what every lesson and assignment is meant to cover."""

    lessons: tuple[OutlinedLesson, ...] = ()
    assignments: tuple[OutlinedAssignment, ...] = ()
