"""What a browser may send about the course of a school."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from wtforms import Field, IntegerField, ValidationError
from wtforms.validators import InputRequired, NumberRange, StopValidation

from content.programme import Route, RouteHours
from course.offering.editing import Hours
from course.offering.plan import Plan, PlannedModule
from foundation.web.course_language import filled, in_dutch
from foundation.web.forms import Form, LineField, Shown, TextField, VersionField

MOST_GOALS, LONGEST_GOAL = 12, 300
WHOLE = re.compile(r"[0-9]{1,3}")
PARTS = ("guided", "self_study", "practice")


class SeenForm(Form):
    """A button; only the version of the draft that was on the page comes along."""

    version = VersionField()


class StepForm(SeenForm):
    """One step in the plan: what (a code or slug) comes after what is done with it."""

    step = LineField(most=100)

    @property
    def act(self) -> str:
        """Give what is done: omhoog, omlaag, aan or uit."""
        return str(self.step.data or "").partition(":")[0]

    @property
    def what(self) -> str:
        """Give what it is done with."""
        return str(self.step.data or "").partition(":")[2]


class ModuleForm(Form):
    """The title, goals and block titles of a module; `module_form` adds a field per block."""

    version = VersionField()
    title = LineField(_l("Titel van de module"), most=100)
    goals = TextField(
        _l("Doelen"), most=4_000, required=_l("Schrijf minstens één doel op."),
        description=_l("Eén doel op elke regel. Begin met ‘Ik kan’."),
    )  # fmt: skip
    codes: Sequence[str] = ()

    @property
    def lines(self) -> list[str]:
        """Give the goals, one for each line that is not empty."""
        return [" ".join(each.split()) for each in (self.goals.data or "").split("\n") if each.strip()]

    def validate_goals(self, field: Any) -> None:
        if len(self.lines) > MOST_GOALS:
            raise ValidationError(_("Schrijf hooguit %(most)s doelen op.", most=MOST_GOALS))
        if any(len(each) > LONGEST_GOAL for each in self.lines):
            raise ValidationError(_("Een doel is hooguit %(most)s tekens lang.", most=LONGEST_GOAL))

    def block_fields(self) -> list[Field]:
        """Give the field of each block, in order."""
        return [self[f"block_{number}"] for number in range(len(self.codes))]

    @property
    def blocks(self) -> dict[str, str]:
        """Give the title of each block by its code."""
        return {code: str(field.data) for code, field in zip(self.codes, self.block_fields(), strict=True)}


def module_form(module: PlannedModule, *, version: int, fresh: bool = False) -> ModuleForm:
    """Make the form of one module, filled with what stands there; `fresh` ignores what was sent."""
    names = {f"block_{number}": block for number, block in enumerate(module.blocks)}
    fields: dict[str, Any] = {
        name: LineField(_("Titel van blok %(code)s", code=block.code), most=100)
        for name, block in names.items()
    }
    fields["codes"] = tuple(block.code for block in module.blocks)
    values: dict[str, Any] = {name: block.title for name, block in names.items()}
    values |= {"version": version, "title": module.title, "goals": "\n".join(module.goals)}
    made: ModuleForm = type("MadeModuleForm", (ModuleForm,), fields)(data=values, **_source(fresh))
    return made


class HoursField(Shown, IntegerField):
    """A whole number of hours of one module."""

    def __init__(self, label: Any = None, **options: Any) -> None:
        asked = _l("Vul een heel getal in, van 0 tot en met 999.")
        super().__init__(label, [InputRequired(asked), NumberRange(0, 999, asked)], **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Say in our own words what is no number, or far too large to be one of ours."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = int(typed) if WHOLE.fullmatch(typed) else None
        if typed and self.data is None:
            raise ValueError(_("Vul een heel getal in, van 0 tot en met 999."))

    def pre_validate(self, form: Any) -> None:
        """What is no number was told already."""
        if self.process_errors:
            raise StopValidation()


@dataclass(frozen=True)
class HoursRow:
    """The three fields of one module on one route."""

    module: PlannedModule
    fields: tuple[Field, Field, Field]


class HoursForm(Form):
    """The hours per module and route; `hours_form` adds three fields for each."""

    version = VersionField()
    modules: Sequence[PlannedModule] = ()
    routes: Sequence[Route] = ()
    load = 0

    def rows(self, route: Route) -> list[HoursRow]:
        """Give the fields of a route, a row per module."""
        return [
            HoursRow(each, tuple(self[_name(each.code, route.code, part)] for part in PARTS))
            for each in self.modules
        ]

    def total(self, route: Route) -> int:
        """Add up what was filled in for a route."""
        return sum(field.data or 0 for row in self.rows(route) for field in row.fields)

    def fault(self, route: Route) -> str:
        """Say how the sum of a route differs; nothing while one of its fields is wrong."""
        fields = [field for row in self.rows(route) for field in row.fields]
        if not self.is_submitted() or not fields or any(field.errors for field in fields):
            return ""
        total = self.total(route)
        return _difference(route, total, self.load) if total != self.load else ""

    def validate(self, extra_validators: Any = None) -> bool:
        good = super().validate(extra_validators)
        self.form_errors = [told for told in map(self.fault, self.routes) if told]
        return good and not self.form_errors

    def hours(self) -> Hours:
        """Give what was filled in, by module and route."""
        return dict(self._hours())

    def _hours(self) -> Iterator[tuple[tuple[str, str], RouteHours]]:
        for route in self.routes:
            for row in self.rows(route):
                parts = {part: field.data for part, field in zip(PARTS, row.fields, strict=True)}
                yield (row.module.code, route.code), RouteHours(route=route.code, **parts)


def hours_form(
    plan: Plan, routes: Sequence[Route], *, load: int, version: int, fresh: bool = False
) -> HoursForm:
    """Make the form of the hours of all modules that are offered; `fresh` ignores what was sent."""
    modules = [each for each in plan.modules if each.code not in plan.off]
    fields: dict[str, Any] = {"modules": modules, "routes": routes, "load": load}
    values: dict[str, Any] = {"version": version}
    labels = dict(zip(PARTS, (_("met de groep"), _("zelf"), _("in de praktijk")), strict=True))
    for module in modules:
        for route in routes:
            for part in PARTS:
                name = _name(module.code, route.code, part)
                fields[name] = HoursField(
                    filled(_("%(module)s, %(part)s"), module=in_dutch(module.title), part=labels[part])
                )
                values[name] = getattr(module.hours_for(route.code), part)
    made: HoursForm = type("MadeHoursForm", (HoursForm,), fields)(data=values, **_source(fresh))
    return made


def _source(fresh: bool) -> dict[str, Any]:
    """Without form data of its own, a form takes what was sent."""
    return {"formdata": None} if fresh else {}


def _difference(route: Route, total: int, load: int) -> str:
    short = load - total
    told = {"route": route.title, "total": total, "load": load}
    if short > 0:
        return str(ngettext(
            "%(route)s: samen is dit %(total)s uur. Er moet nog %(num)s uur bij, tot %(load)s.",
            "%(route)s: samen is dit %(total)s uur. Er moet nog %(num)s uur bij, tot %(load)s.",
            short, **told,
        ))  # fmt: skip
    return str(ngettext(
        "%(route)s: samen is dit %(total)s uur. Er moet %(num)s uur af, tot %(load)s.",
        "%(route)s: samen is dit %(total)s uur. Er moet %(num)s uur af, tot %(load)s.",
        -short, **told,
    ))  # fmt: skip


def _name(module: str, route: str, part: str) -> str:
    return f"h_{module}_{route}_{part}"
