"""Days of frozen content in words."""

from __future__ import annotations

from datetime import date

from flask_babel import format_date


def day_in_words(day: str) -> str:
    """Write a day such as 2027-03-19 in full, in the language of the reader."""
    return str(format_date(date.fromisoformat(day), "d MMMM y"))
