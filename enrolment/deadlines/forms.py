"""What a browser may send about deadlines and extensions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired

from content.qualification import WorkProcess
from enrolment.fields import ClockField, DayField
from enrolment.times import END_OF_DAY, NoSuchTime, last_instant
from foundation.clock import local
from foundation.web.course_language import dutch_choice
from foundation.web.forms import Form, TextField, VersionField


class PlanningForm(Form):
    """A day and a time per work process; `planning_form` adds those fields."""

    version = VersionField()
    processes: Sequence[WorkProcess] = ()
    starts_on = date.min

    def validate(self, extra_validators: Any = None) -> bool:
        good = super().validate(extra_validators)
        possible = [self._has_begun(day) and _exists(day, clock) for day, clock in self.pairs()]
        return good and all(possible)

    def pairs(self) -> list[tuple[DayField, ClockField]]:
        """Give the two fields of each work process, in order."""
        return [(self[f"day_{each.number}"], self[f"time_{each.number}"]) for each in self.processes]

    def deadlines(self) -> dict[str, datetime | None]:
        """Give what was filled in: an instant per work process, or none."""
        return {
            process.code: last_instant(day.data, clock.data or END_OF_DAY) if day.data else None
            for process, (day, clock) in zip(self.processes, self.pairs(), strict=True)
        }

    def _has_begun(self, day: DayField) -> bool:
        """A wrong year would close the work of a whole group before its first day."""
        if not day.data or day.data >= self.starts_on:
            return True
        told = format_date(self.starts_on, "d MMMM y")
        message = _(
            "Voor de eerste dag van de groep, %(day)s, kan niemand inleveren. Kies een latere dag.", day=told
        )
        day.errors = [*day.errors, message]
        return False


def planning_form(
    processes: Sequence[WorkProcess], deadlines: Mapping[str, datetime], *, starts_on: date, version: int
) -> PlanningForm:
    """Make the form for these work processes, filled with the deadlines there are."""
    fields: dict[str, Any] = {"processes": tuple(processes), "starts_on": starts_on}
    values: dict[str, Any] = {"version": version}
    for process in processes:
        day, clock = f"day_{process.number}", f"time_{process.number}"
        fields[day] = DayField(_("Laatste dag voor %(label)s", label=process.label))
        fields[clock] = ClockField(_("Tijd voor %(label)s", label=process.label))
        at = deadlines.get(process.code)
        values |= {day: local(at).date() if at else None, clock: local(at).time() if at else END_OF_DAY}
    made: PlanningForm = type("PlanningForm", (PlanningForm,), fields)(data=values)
    return made


class ExtensionForm(Form):
    """A later deadline, and why."""

    work_process = SelectField(_l("Voor welk werkproces?"))
    day = DayField(_l("Nieuwe laatste dag"), validators=[InputRequired(_l("Kies de nieuwe laatste dag."))])
    time = ClockField(_l("Tijd"), default=END_OF_DAY)
    reason = TextField(
        _l("Waarom?"), most=500, required=_l("Schrijf in het kort waarom."),
        description=_l("Noem geen ziekte en geen andere medische gegevens."),
    )  # fmt: skip

    def __init__(self, processes: Sequence[WorkProcess], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.work_process.choices = [
            dutch_choice(each.code, f"{each.label}: {each.short_title}") for each in processes
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        return super().validate(extra_validators) and _exists(self.day, self.time)

    def until(self) -> datetime:
        """Give the new last instant."""
        return last_instant(cast(date, self.day.data), self.time.data or END_OF_DAY)


def _exists(day: DayField, clock: ClockField) -> bool:
    try:
        if day.data and not day.errors:
            last_instant(day.data, clock.data or END_OF_DAY)
    except NoSuchTime:
        message = _("Deze tijd bestaat niet op die dag: de klok gaat dan een uur vooruit.")
        clock.errors = [*clock.errors, message]
        return False
    return True
