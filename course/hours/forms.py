"""What a student sends about hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, ValidationError
from wtforms.validators import InputRequired

from course.hours.actions import Draft
from course.hours.amounts import as_typed, day_from, minutes_from, time_from
from course.hours.bookings import Booking
from course.hours.errors import FAULTS
from course.hours.models import HourEntry
from course.hours.rules import DAY_LIMIT, Fault, Span, measure
from foundation.clock import local
from foundation.web.course_language import dutch_choice
from foundation.web.forms import Form, LineField, VersionField

DESCRIPTION_AT_MOST = 500


class HoursForm(Form):
    """Time on one day: an amount, or from and until."""

    day = LineField(_l("Dag"), most=10, required=_l("Kies een dag."))
    amount = LineField(_l("Aantal uur"), most=10, required=False)
    start = LineField(_l("Van"), most=5, required=False)
    end = LineField(_l("Tot"), most=5, required=False)
    work_process = RadioField(
        _l("Bij welk werkproces?"),
        validators=[InputRequired(_l("Kies bij welk werkproces dit hoort."))],
        validate_choice=False,
    )
    description = LineField(
        _l("Wat heb je gedaan?"),
        most=DESCRIPTION_AT_MOST,
        required=_l("Schrijf in een paar woorden wat je deed."),
    )

    def __init__(self, bookings: Sequence[Booking], **options: Any) -> None:
        super().__init__(**options)
        self.codes = {each.code for each in bookings}
        self.work_process.choices = [
            dutch_choice(each.code, f"{each.label} {each.title}") for each in bookings
        ]
        self.span: Span | None = None
        self.before: datetime | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields, and then what they say together."""
        if not super().validate(extra_validators):
            return False
        self.span, faults = measure(
            day_from(self.day.data or "") or date.min,
            minutes=minutes_from(self.amount.data) if self.amount.data else None,
            start=time_from(self.start.data) if self.start.data else None,
            end=time_from(self.end.data) if self.end.data else None,
            before=self.before,
        )
        self.take(_messages(faults))
        return not faults

    def take(self, errors: Mapping[str, list[str]]) -> None:
        """Put messages of the rules at their fields."""
        for name, messages in errors.items():
            self[name].errors = messages

    def draft(self) -> Draft:
        """Give what was written; only after validation."""
        if self.span is None:
            raise RuntimeError("Validate the form before asking for its draft.")
        return Draft(self.span, str(self.work_process.data), str(self.description.data))

    def validate_day(self, field: Any) -> None:
        day = day_from(field.data)
        if day is None or not 2000 <= day.year < 2100:
            raise ValidationError(_l("Vul een datum in, zoals 2026-11-22."))

    def validate_amount(self, field: Any) -> None:
        minutes = minutes_from(field.data)
        if minutes is None or not 1 <= minutes <= DAY_LIMIT:
            raise ValidationError(_l("Vul een getal in van 0,1 tot 12. Anderhalf uur is 1,5 of 1:30."))

    def validate_start(self, field: Any) -> None:
        _is_a_time(field)

    def validate_end(self, field: Any) -> None:
        _is_a_time(field)

    def validate_work_process(self, field: Any) -> None:
        if field.data not in self.codes:
            raise ValidationError(_l("Kies bij welk werkproces dit hoort."))

    def validate_description(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_l("Schrijf in een paar woorden wat je deed."))


class VersionForm(Form):
    """One button about an entry, with the version that was seen."""

    version = VersionField()

    @property
    def seen(self) -> int:
        """Give the version that the writer saw; only after validation."""
        return self.version.data or 0


class EntryForm(HoursForm, VersionForm):
    """An entry that is changed."""

    def show(self, entry: HourEntry) -> None:
        """Fill the fields with an entry."""
        self.day.data = entry.day.isoformat()
        self.amount.data = as_typed(entry.minutes)
        self.start.data = local(entry.started_at).strftime("%H:%M") if entry.started_at else ""
        self.work_process.data = entry.work_process
        self.description.data = entry.description
        self.version.data = entry.version


def _is_a_time(field: Any) -> None:
    if time_from(field.data) is None:
        raise ValidationError(_l("Vul een tijd in, zoals 9:30."))


def _messages(faults: Iterable[Fault]) -> dict[str, list[str]]:
    return {FAULTS[fault][0]: [str(FAULTS[fault][1])] for fault in faults}
