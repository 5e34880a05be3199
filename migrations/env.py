"""How migrations run: on both databases, all or nothing, with the foreign keys of SQLite switched off inside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context
from flask import current_app

from course.search.index_tables import compared
from foundation.database import Base

database = current_app.extensions["migrate"].db


def run() -> None:
    """Run the migrations in one transaction on a connection of their own."""
    with database.engine.connect() as connection:
        _without_foreign_keys(connection)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            compare_server_default=False,
            transaction_per_migration=False,
            transactional_ddl=True,
            include_object=compared(connection.dialect.name),
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


def _without_foreign_keys(connection: sa.Connection) -> None:
    """Rebuilding a table on SQLite would otherwise cascade deletes to the rows that point at it."""
    if connection.dialect.name == "sqlite":
        raw = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]


run()
