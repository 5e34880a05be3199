"""A question that is answered with a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import StringField, ValidationError
from wtforms.widgets import DateInput

from foundation.web.forms import Shown
from foundation.web.text import tidy

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


class DayField(Shown, StringField):
    """A day as the browser sends it (2026-11-24), kept as that text; empty is fine."""

    widget = DateInput()

    def __init__(self, label: Any = None, **options: Any) -> None:
        super().__init__(label, [_is_day], filters=[tidy], **options)


def _is_day(form: object, field: Any) -> None:
    if not field.data:
        return
    try:
        day = date.fromisoformat(field.data)
    except ValueError:
        day = None
    if day is None or len(field.data) != 10 or not FIRST <= day <= LAST:
        raise ValidationError(_("Kies een dag, zoals 24-11-2026."))
