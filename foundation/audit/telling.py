"""Details of an entry as people read them: a day, a moment and a work process instead of their codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from flask_babel import format_date, format_datetime

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")
WORK_PROCESS = re.compile(r"[A-Z]\d+-K\d+(-(W\d+))?")


def in_words(details: Mapping[str, Any], names: Mapping[str, Mapping[Any, Any]]) -> dict[str, Any]:
    """Write the values of an entry for the reader; `names`: for a detail, what its codes are called."""
    return {key: _word(value, names.get(key, {})) for key, value in details.items()}


def _word(value: object, names: Mapping[Any, Any]) -> object:
    if isinstance(value, list):
        return ", ".join(str(_word(each, names)) for each in value)
    if not isinstance(value, str):
        return value
    if value in names:
        return str(names[value])
    for pattern, write in _WRITTEN.items():
        if pattern.fullmatch(value):
            return write(value)
    return value


def _moment(value: str) -> str:
    at = datetime.fromisoformat(value).replace(tzinfo=UTC)
    return str(format_datetime(at, "d MMMM y, HH:mm"))


def _day(value: str) -> str:
    return str(format_date(date.fromisoformat(value), "d MMMM y"))


def _work_process(value: str) -> str:
    return value.rsplit("-", 1)[-1]


_WRITTEN: Mapping[re.Pattern[str], Callable[[str], str]] = {
    MOMENT: _moment,
    DAY: _day,
    WORK_PROCESS: _work_process,
}
