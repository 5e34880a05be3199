"""The migrations make exactly the tables of the models, on both databases, up and down."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy.orm import joinedload

from course.progress.models import LessonProgress
from course.search.index_tables import compared, is_word_index
from enrolment.models import Enrolment
from foundation import migrations
from foundation.clock import now
from foundation.database import Base, append_only_statements, db
from foundation.settings import Mode, Settings
from tests.factories.findable import many_documents
from tests.servers.postgres import create_database
from tests.world import a_world
from web import create_app

# What a migration made or throws away, and since which version it is there.
LOST = dict.fromkeys(("search_edition", "search_page", "search_word"), "0013") | {"own_picture": "0015"}
LOST_COLUMNS = {"lesson_progress": dict.fromkeys(("section", "read_at"), "0014")}


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


def test_rows_stay_on_the_way_down_and_up_again(empty_app: Flask) -> None:
    """But for what an older version has no place for; each time a step further down."""
    upgrade()
    _fill()
    before = _rows()
    assert all(before[table] for table in ("lesson_progress", *LOST))
    assert all(row["section"] for row in before["lesson_progress"])
    for revision in ("0014", "0013", "0012"):
        downgrade(revision=revision)
        if revision == "0012":
            _add_a_page_of_search_as_it_was()
        upgrade()
        assert _rows() == {table: _what_stays(table, rows, revision) for table, rows in before.items()}


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


def _fill() -> None:
    world = a_world("wachtwoord")
    found = sa.select(Enrolment).where(Enrolment.school_id == world.school_id)
    enrolment = db.session.scalars(found.options(joinedload(Enrolment.cohort))).first()
    for each in db.session.scalars(sa.select(LessonProgress)):
        each.section, each.read_at = "de-eerste-kop", now()
    many_documents(enrolment, 3)
    db.session.commit()
    db.session.remove()


def _rows() -> dict[str, list[dict[str, object]]]:
    """Read every row of every table, in an order that does not depend on the database."""
    metadata = sa.MetaData()
    metadata.reflect(db.engine)
    with db.engine.connect() as connection:
        found = {
            name: [dict(row._mapping) for row in connection.execute(sa.select(table))]
            for name, table in metadata.tables.items()
            if not is_word_index(name) and name != "alembic_version"
        }
    return {name: sorted(rows, key=repr) for name, rows in found.items()}


def _what_stays(table: str, rows: list[dict], revision: str) -> list[dict]:
    if LOST.get(table, "") > revision:
        return []
    lost = [column for column, since in LOST_COLUMNS.get(table, {}).items() if since > revision]
    return sorted((row | dict.fromkeys(lost) for row in rows), key=repr)


def _add_a_page_of_search_as_it_was() -> None:
    words = "'buurt'" if db.engine.dialect.name == "sqlite" else "to_tsvector('simple', 'buurt')"
    columns = "id, edition, position, kind, anchor, title, context, text, words, number"
    page = f"""INSERT INTO search_page ({columns})
        VALUES (:id, 'oud', 0, 'lesson', 'welkom#', 'Buurt', '', 'buurt', {words}, 7)"""
    with db.engine.begin() as connection:
        connection.execute(sa.text("INSERT INTO search_edition VALUES ('oud', '2026-11-20')"))
        connection.execute(sa.text(page).bindparams(sa.bindparam("id", uuid4(), sa.Uuid())))


def _locked_tables() -> set[str]:
    if db.engine.dialect.name == "sqlite":
        triggers = sa.text(
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%append-only%'"
        )
    else:
        triggers = sa.text("SELECT event_object_table FROM information_schema.triggers")
    with db.engine.connect() as connection:
        return set(connection.scalars(triggers))
