"""The application on both databases; every test in an outer transaction that is rolled back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from foundation.database import db
from foundation.settings import Mode, Settings
from tests.client import Client
from tests.servers.postgres import create_database
from web import create_app

TEST_CONTENT = Path(__file__).parent / "content" / "keuzedelen"


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def database_app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One application per database, with its tables."""
    folder = tmp_path_factory.mktemp(request.param)
    url = f"sqlite:///{folder / 'test.sqlite3'}"
    if request.param == "postgresql":
        url = create_database(f"integration_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    app = create_app(
        Settings(
            mode=Mode.TEST,
            secret_key="test-key-" * 5,
            database_url=url,
            data_dir=folder,
            content_dirs=(TEST_CONTENT,),
        )
    )
    app.test_client_class = Client
    with app.app_context():
        db.create_all()
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def app(database_app: Flask) -> Iterator[Flask]:
    """The application, with one connection whose transaction is rolled back after the test."""
    with database_app.app_context():
        engine = db.engine
        with engine.connect() as connection:
            transaction = connection.begin()
            db._app_engines[database_app][None] = connection  # type: ignore[assignment]
            try:
                yield database_app
            finally:
                db.session.remove()
                db._app_engines[database_app][None] = engine
                transaction.rollback()


@pytest.fixture
def client(app: Flask) -> Client:
    """A browser with good manners."""
    made = app.test_client()
    assert isinstance(made, Client)
    return made


class Statements(list[str]):
    """The SQL that was sent, without savepoints and pragmas."""


@pytest.fixture
def counting(app: Flask):
    """Count the statements inside `with counting() as statements:`."""

    @contextmanager
    def count() -> Iterator[Statements]:
        seen = Statements()
        engine = db.engine.engine

        def note(connection, cursor, statement, parameters, context, executemany) -> None:
            if not statement.upper().startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "BEGIN")):
                seen.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return count


@pytest.fixture
def is_postgresql(app: Flask) -> bool:
    """Tell on which database the test runs."""
    return db.engine.dialect.name == "postgresql"
