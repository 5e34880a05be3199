"""Decisions take turns: lock the row of the submission first, then whatever else is decided on."""

from __future__ import annotations

import sqlalchemy as sa

from foundation.database import Base, db


def lock(row: Base) -> None:
    """Wait until nobody else decides on this row, and read its columns anew; what is loaded with it stays."""
    columns = [column.key for column in sa.inspect(type(row)).column_attrs]
    db.session.refresh(row, columns, with_for_update=True)
