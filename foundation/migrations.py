"""Which version the database has, and which the code needs."""

from __future__ import annotations

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app

from foundation.database import db


def version_of_database() -> str | None:
    """Give the revision that the database was last brought to; None when it is empty."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def version_of_code() -> str | None:
    """Give the newest revision in `migrations/`."""
    return ScriptDirectory(current_app.extensions["migrate"].directory).get_current_head()
