"""Emptying the demo: every table and the file store, so that it can start over."""

from __future__ import annotations

from typing import Any

import obstore
import sqlalchemy as sa
from flask import current_app

from foundation.database import Base, db

APPEND_ONLY_LOCKS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'"


def empty() -> None:
    """Take every row and every file away; only the demo may do this."""
    settings = current_app.extensions["settings"]
    if not settings.is_demo:
        raise RuntimeError("Only the demo may be emptied.")
    db.session.remove()
    names = [table.name for table in Base.metadata.sorted_tables]
    if db.engine.dialect.name == "sqlite":
        _empty_sqlite(names)
    else:
        _empty_postgresql(names)
    _empty_store(current_app.extensions["storage"])


def _empty_postgresql(names: list[str]) -> None:
    """Truncate: what may only grow refuses a deleted row, not an emptied table."""
    listed = ", ".join(f'"{name}"' for name in names)
    with db.engine.begin() as connection:
        connection.execute(sa.text(f"TRUNCATE {listed} CASCADE"))


def _empty_sqlite(names: list[str]) -> None:
    """Lift the locks of tables that may only grow, empty all, and put the same locks back."""
    connection = db.engine.raw_connection()
    try:
        run: Any = connection.cursor().execute
        run("PRAGMA foreign_keys=OFF")
        run("BEGIN IMMEDIATE")
        locks = run(APPEND_ONLY_LOCKS).fetchall()
        for name, _sql in locks:
            run(f'DROP TRIGGER "{name}"')
        for name in names:
            run(f'DELETE FROM "{name}"')  # noqa: S608 - the names of our own tables
        for _name, statement in locks:
            run(statement)
        run("COMMIT")
        run("PRAGMA foreign_keys=ON")
    finally:
        connection.close()


def _empty_store(store: Any) -> None:
    for batch in obstore.list(store):
        obstore.delete(store, [each["path"] for each in batch])
