"""What a journey needs: a migrated database, a real server, a real mail server, and browsers."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

pytest.register_assert_rewrite("tests.e2e.steps", "tests.e2e.browsing", "tests.e2e.watching")

from tests.e2e.places import Maker, Place, open_place  # noqa: E402
from tests.servers.app import AppServer, flask  # noqa: E402
from tests.servers.mail import MailServer  # noqa: E402
from tests.servers.postgres import create_database  # noqa: E402


@pytest.fixture
def places(app_servers, mail_server, chromium, tmp_path) -> Iterator[Maker]:
    """A maker of places: `places(env={…}, database_url=…)`; SQLite without an address."""
    made: list[Place] = []

    def make(**options) -> Place:
        folder = tmp_path / f"place{len(made)}"
        folder.mkdir()
        made.append(open_place(app_servers, mail_server, chromium, folder, **options))
        return made[-1]

    yield make
    for person in (person for place in made for person in place.people):
        person.context.close()


@pytest.fixture(scope="session")
def shared_place(chromium, tmp_path_factory) -> Iterator[Place]:
    """One place on SQLite per test process, for journeys that each have a school of their own."""
    folder = tmp_path_factory.mktemp("shared")
    mail = MailServer()
    mail.start()
    server = AppServer(
        database_url=f"sqlite:///{folder / 'wijkwijs.sqlite3'}",
        data_dir=folder,
        env={"WIJKWIJS_MAIL_URL": mail.url},
    )
    flask("db", "upgrade", env=server.env)
    server.start()
    yield Place(server, mail, chromium)
    server.kill()
    mail.stop()


@pytest.fixture
def place(shared_place: Place) -> Iterator[Place]:
    """The shared place; its browsers are closed after the test."""
    yield shared_place
    for person in shared_place.people:
        person.context.close()
    shared_place.people.clear()


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Iterator[AppServer]:
    """The demo school, filled once per test process; a test changes nothing in it."""
    folder = tmp_path_factory.mktemp("demo")
    url = f"sqlite:///{folder / 'demo.sqlite3'}"
    server = AppServer(database_url=url, data_dir=folder, env={"WIJKWIJS_MODE": "demo"})
    server.arguments = ("--demo",)
    flask("db", "upgrade", env=server.env)
    flask("demo", "load", env=server.env)
    server.start()
    yield server
    server.kill()


@pytest.fixture(params=["sqlite", "postgresql"])
def place_on_both(request: pytest.FixtureRequest, places: Maker) -> Place:
    """A place on each database."""
    if request.param == "sqlite":
        return places()
    return places(database_url=create_database(f"e2e_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"))
