"""Work as plain values, with nothing left to look up: what is frozen, previewed and read by others. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any
from uuid import UUID

from content.work_form import FormField, Piece, WorkSection
from course.workbench.models import WorkItem
from course.workbench.queries import Work
from course.workbench.reading import in_words

Frozen = dict[str, Any]


def frozen_sections(
    piece: Piece, work: Work, criteria: Mapping[UUID, Sequence[str]], numbers: Iterator[int] | None = None
) -> list[Frozen]:
    """Write the sections of a piece as values; every answer carries the number of its passage."""
    numbers = numbers or count(1)
    return [
        frozen_section(section, work.of(piece, section), work, criteria, numbers)
        for section in piece.sections
    ]


def frozen_section(
    section: WorkSection,
    items: Sequence[WorkItem],
    work: Work,
    criteria: Mapping[UUID, Sequence[str]],
    numbers: Iterator[int] | None = None,
) -> Frozen:
    """Write one section as values."""
    numbers = numbers or count(1)
    written = [_item(section, item, work, list(criteria.get(item.id, ())), numbers) for item in items]
    return {"key": section.key, "title": section.title, "kind": section.kind, "items": written}


def _item(
    section: WorkSection, item: WorkItem, work: Work, criteria: list[str], numbers: Iterator[int]
) -> Frozen:
    fields = [_field(field, item, work, numbers) for field in section.fields]
    return {"id": str(item.id), "name": work.name(item), "fields": fields, "criteria": criteria}


def _field(field: FormField, item: WorkItem, work: Work, numbers: Iterator[int]) -> Frozen:
    value = item.values.get(field.key) or ""
    written: Frozen = {
        "key": field.key,
        "label": field.label,
        "type": field.type,
        "required": field.required,
        "value": value,
        "text": in_words(field, value),
        "passage": next(numbers),
    }
    if field.type == "links":
        written["links"] = [_link(link, work) for link in item.links if link.field == field.key]
    return written


def _link(link: Any, work: Work) -> Frozen:
    target = work.by_id.get(link.target_id)
    return {
        "target_id": str(link.target_id),
        "name": work.name(target) if target else "",
        "section": work.section_of(target)[1].title if target else "",
        "certainty": link.certainty.value if link.certainty else None,
    }
