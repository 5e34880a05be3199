"""A place for a journey: a database, filled by the commands of the product, and a server in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser

from accounts.schools.models import Membership
from foundation.database import db
from foundation.settings import from_environment
from tests.e2e.browsing import Person
from tests.factories.people import a_login
from tests.servers.app import AppServer, flask
from tests.servers.mail import MailServer
from web import create_app


@dataclass
class Place:
    """A running school: its server, its mail and the people in front of their screens."""

    server: AppServer
    mail: MailServer
    browser: Browser
    people: list[Person] = field(default_factory=list)
    _app: Flask | None = None

    def person(self, name: str = "", email: str = "", **options: Any) -> Person:
        """Give somebody a browser."""
        made = Person(self.browser, self.server.url, name=name, email=email, **options)
        self.people.append(made)
        return made

    def command(self, *arguments: str) -> str:
        """Run a `flask` command beside the server."""
        return flask(*arguments, env=self.server.env)

    @contextmanager
    def inside(self) -> Iterator[Flask]:
        """Work in the database of the server, as a factory does."""
        app = self.app
        with app.app_context():
            yield app
            db.session.commit()
            db.session.remove()
            db.engine.dispose()

    @property
    def app(self) -> Flask:
        """Give the application with the settings of the server."""
        if self._app is None:
            self._app = create_app(from_environment(self.server.env))
        return self._app

    def signed_in(self, token: str, **options: Any) -> Person:
        """Give a browser with the cookie of a session that is there already."""
        made = self.person(**options)
        interface = SecureCookieSessionInterface()
        signed = interface.get_signing_serializer(self.app).dumps({"_user_id": token, "_fresh": True})
        name = self.app.config["SESSION_COOKIE_NAME"]
        made.context.add_cookies([{"name": name, "value": signed, "url": self.server.url}])
        return made


def a_session(member: Membership) -> str:
    """Sign a member in, in the database, and give the token; only inside a place."""
    _row, token = a_login(member)
    return token


Maker = Callable[..., Place]


def open_place(
    app_servers: Callable[..., AppServer], mail: MailServer, browser: Browser, folder: Path, **options: Any
) -> Place:
    """Migrate a fresh database and start a server on it."""
    url = options.pop("database_url", f"sqlite:///{folder / 'wijkwijs.sqlite3'}")
    env = {"WIJKWIJS_MAIL_URL": mail.url, **options.pop("env", {})}
    return Place(app_servers(database_url=url, data_dir=folder, env=env, migrate=True), mail, browser)
