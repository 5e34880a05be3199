"""What an item of work says: its name, its answers in words, what is still empty. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from babel.dates import format_date

from content.errors import UnknownContent
from content.work_form import FormField, WorkSection


class Item(Protocol):
    """An item, from the table or made up in a test."""

    values: Any
    links: Any


@dataclass(frozen=True)
class Progress:
    """How far a section is: how many items, how many asked, how many required answers are still empty."""

    count: int
    minimum: int
    empty: int

    @property
    def short(self) -> int:
        """Count the items that are still to come before handing in."""
        return max(0, self.minimum - self.count)

    @property
    def done(self) -> bool:
        """Tell whether there is enough, and nothing that is asked is empty."""
        return self.count > 0 and not self.short and not self.empty


def name_of(section: WorkSection, values: dict[str, Any]) -> str:
    """Give the name by which people know an item: its first answer, or the title of a single section."""
    return section.title if section.kind == "single" else str(values.get(section.name_field.key) or "?")


def in_words(field: FormField, value: Any) -> str:
    """Write an answer as people read it: the label of a choice, a day in full."""
    text = str(value or "")
    if field.type == "choice":
        return _option(field, text)
    if field.type == "date":
        return _day(text)
    return text


def is_filled(field: FormField, item: Item) -> bool:
    """Tell whether an item answers this question."""
    if field.type == "links":
        return any(link.field == field.key for link in item.links)
    return bool(item.values.get(field.key))


def empty_fields(section: WorkSection, item: Item) -> tuple[FormField, ...]:
    """Give the questions that must be answered before handing in, and are not."""
    return tuple(field for field in section.fields if field.required and not is_filled(field, item))


def has_content(section: WorkSection, item: Item) -> bool:
    """Tell whether an item says more than its name."""
    filled = sum(bool(value) for value in item.values.values())
    return filled >= least_answers(section)


def least_answers(section: WorkSection) -> int:
    """Give how many answers make an item more than a name."""
    return 1 if section.kind == "single" or len(section.fields) == 1 else 2


def progress(section: WorkSection, items: Iterable[Item]) -> Progress:
    """Count what a section holds against what it asks."""
    held = [item for item in items if section.kind == "list" or any(item.values.values()) or item.links]
    return Progress(len(held), section.minimum, sum(len(empty_fields(section, item)) for item in held))


def highlights(section: WorkSection, values: dict[str, Any], most: int = 3) -> Sequence[str]:
    """Give the short answers that stand under a name: choices, lines and days."""
    short = [field for field in section.fields[1:] if field.type in {"choice", "line", "date"}]
    return [in_words(field, values[field.key]) for field in short if values.get(field.key)][:most]


def _option(field: FormField, value: str) -> str:
    try:
        return field.option(value).label
    except UnknownContent:
        return value


def _day(text: str) -> str:
    try:
        return format_date(date.fromisoformat(text), "d MMMM y", locale="nl")
    except ValueError:
        return text
