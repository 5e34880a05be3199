"""The fixture of the laws: twin schools, built once per database and never committed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from foundation.database import db
from foundation.settings import Mode, Settings
from tests.client import Client
from tests.servers.postgres import create_database

if TYPE_CHECKING:
    from tests.house.house import House


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Twin schools on a database of their own."""
    # Imported here, so that an application that cannot start fails only the tests that need one.
    from tests.house.house import House
    from tests.world import a_world
    from web import create_app

    folder = tmp_path_factory.mktemp(f"house_{request.param}")
    url = f"sqlite:///{folder / 'house.sqlite3'}"
    if request.param == "postgresql":
        url = create_database(f"house_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    app = create_app(Settings(mode=Mode.TEST, secret_key="test-key-" * 5, database_url=url, data_dir=folder))
    app.test_client_class = Client
    with app.app_context():
        db.create_all()
        engine = db.engine
        with engine.connect() as connection:
            transaction = connection.begin()
            db._app_engines[app][None] = connection  # type: ignore[assignment]
            yield House(app, connection, a_world("kanariea"), a_world("kanarieb"))
            db.session.remove()
            db._app_engines[app][None] = engine
            transaction.rollback()
        engine.dispose()


only_sqlite = pytest.mark.parametrize("house", ["sqlite"], indirect=True)
