"""A moment in words, in the language of the reader and on the clock of the Netherlands."""

from __future__ import annotations

from datetime import datetime

from flask_babel import format_datetime
from flask_babel import gettext as _


def moment(instant: datetime, day: str = "d MMMM y", clock: str = "HH:mm") -> str:
    """Write the day and the time of an instant, each by its CLDR pattern."""
    at = {"day": format_datetime(instant, day), "time": format_datetime(instant, clock)}
    return str(_("%(day)s om %(time)s uur", **at))
