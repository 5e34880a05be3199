"""Lists by key: a page starts after (or ends before) a row, so that no page costs more than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

import sqlalchemy as sa
from flask import request
from sqlalchemy.orm import InstrumentedAttribute

from foundation.database import db

Row = TypeVar("Row")
PAGE_SIZE = 25
MOST_SEARCHED = 100


@dataclass(frozen=True)
class Cursor:
    """Where a page starts: after this row, or before it."""

    after: UUID | None = None
    before: UUID | None = None


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The rows of a page, and whether there are more on either side."""

    rows: Sequence[Row]
    has_previous: bool
    has_next: bool


def asked_cursor() -> Cursor:
    """Read `?na=` and `?voor=` of the address; what is no id is no cursor."""
    return Cursor(asked_id("na"), asked_id("voor"))


def asked_id(name: str) -> UUID | None:
    """Read an id from the address."""
    return request.args.get(name, type=UUID)


def asked_text(name: str) -> str:
    """Read a short text to search for, without what a database cannot keep."""
    text = request.args.get(name, "")
    return "".join(letter for letter in text if letter.isprintable()).strip()[:MOST_SEARCHED]


def page_of(
    query: sa.Select[Row],
    *,
    key: tuple[InstrumentedAttribute[Any], InstrumentedAttribute[UUID]],
    anchor: sa.Select[Any, Any],
    cursor: Cursor,
    size: int = PAGE_SIZE,
) -> Page[Row]:
    """Give one page in the order of `key` (a text and an id); `anchor` selects the key of all rows."""
    backwards = cursor.before is not None and cursor.after is None
    start = _start(anchor, key, cursor.before if backwards else cursor.after)
    if start is not None:
        here = sa.tuple_(*key)
        query = query.where(here < start if backwards else here > start)
    order = [column.desc() if backwards else column.asc() for column in key]
    rows = list(db.session.scalars(query.order_by(*order).limit(size + 1)).unique())
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        return Page(rows[::-1], has_previous=more, has_next=start is not None)
    return Page(rows, has_previous=start is not None, has_next=more)


def _start(anchor: sa.Select[Any, Any], key: tuple[Any, Any], row: UUID | None) -> sa.Tuple | None:
    found = db.session.execute(anchor.where(key[1] == row)).one_or_none() if row else None
    if found is None:
        return None
    return sa.tuple_(*(sa.literal(value, column.type) for value, column in zip(found, key, strict=True)))
