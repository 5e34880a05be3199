"""The migrations make exactly the tables of the models, on both databases, up and down."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade

from course.search.index_tables import compared, is_word_index
from foundation import migrations
from foundation.database import Base, append_only_statements, db
from foundation.settings import Mode, Settings
from tests.servers.postgres import create_database
from web import create_app


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    if request.param == "postgresql":
        url = create_database(f"migrations_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    app = create_app(Settings(mode=Mode.TEST, database_url=url, data_dir=tmp_path))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def _tables() -> set[str]:
    return {name for name in _all_tables() if not is_word_index(name)}


def _all_tables() -> set[str]:
    return set(sa.inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_the_newest_version_is_what_the_models_say(empty_app: Flask) -> None:
    upgrade()
    assert migrations.version_of_database() == migrations.version_of_code()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": compared(db.engine.dialect.name)}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_checks_and_locks_are_there_too(empty_app: Flask) -> None:
    upgrade()
    inspector = sa.inspect(db.engine)
    for table in Base.metadata.tables.values():
        wanted = {str(check.name) for check in table.constraints if isinstance(check, sa.CheckConstraint)}
        there = {str(check["name"]) for check in inspector.get_check_constraints(table.name)}
        assert wanted <= there, table.name
    locked = {name for name, table in Base.metadata.tables.items() if "append_only" in table.info}
    assert _locked_tables() == locked


def test_down_leaves_nothing_and_up_works_again(empty_app: Flask) -> None:
    upgrade()
    downgrade(revision="base")
    assert _all_tables() == set()
    upgrade()
    assert _tables() == set(Base.metadata.tables)


def test_an_interrupted_migration_leaves_nothing_half(
    empty_app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(table: str) -> list[tuple[str, str]]:
        if table == "snapshot":
            return [("THIS IS NO SQL", db.engine.dialect.name)]
        return append_only_statements(table)

    monkeypatch.setattr("foundation.database.append_only_statements", broken)
    with pytest.raises(sa.exc.DBAPIError):
        upgrade()
    assert _tables() == set()
    monkeypatch.undo()
    upgrade()
    assert _tables() == set(Base.metadata.tables)


def _locked_tables() -> set[str]:
    if db.engine.dialect.name == "sqlite":
        triggers = sa.text(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'"
        )
    else:
        triggers = sa.text("SELECT event_object_table FROM information_schema.triggers")
    with db.engine.connect() as connection:
        return set(connection.scalars(triggers))
