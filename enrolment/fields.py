"""Fields for days and times, with our own words when they are wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import DateField, TimeField, ValidationError

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


class DayField(DateField):
    """A day, as browsers send it."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            self.data = date.fromisoformat(valuelist[0].strip())
        except ValueError as fault:
            raise ValueError(_("Deze datum bestaat niet. Kies een dag.")) from fault

    def _value(self) -> str:
        shown: str = super()._value()  # type: ignore[misc]
        return shown.replace("\x00", "")

    def pre_validate(self, form: Any) -> None:
        if self.data is not None and not EARLIEST <= self.data <= LATEST:
            raise ValidationError(_("Kies een dag tussen 2000 en 2100."))


class ClockField(TimeField):
    """A time of the day, in hours and minutes."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata([value.strip()[:5] for value in valuelist if value.strip()])
        except ValueError as fault:
            raise ValueError(_("Vul een tijd in, bijvoorbeeld 23:59.")) from fault

    def _value(self) -> str:
        shown: str = super()._value()  # type: ignore[misc]
        return shown.replace("\x00", "")
