"""The house under the laws: twin schools on one database, browsers of every role, and everything they saw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from bs4 import BeautifulSoup
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from werkzeug.test import TestResponse

from accounts.schools.models import Role
from foundation.clock import standing_at
from foundation.database import Base, db
from tests.client import RAW_CSRF, Client
from tests.house.arguments import arguments
from tests.house.routes import Route
from tests.world import VISITED_AT, World
from tests.world_people import Visitor
from tests.world_scenes import Scene

JSON = {"Accept": "application/json"}
# What a visit may leave behind: that somebody was here, or was kept out.
TRACES = {("login_session", "last_seen_at"), ("audit_chain", "sequence"), ("audit_chain", "head")}
NOTES = {
    "audit_entry": "WHERE act NOT LIKE 'access.refused%%'",
    "limit_count": "WHERE scope <> 'access.refused'",
}


@dataclass(repr=False)
class Page:
    """What one visitor got at one address."""

    route: Route
    visitor: Visitor | None
    scene: Scene
    address: str
    status: int
    headers: Any
    body: bytes

    @property
    def is_html(self) -> bool:
        """Tell whether it is a page for people."""
        return self.headers.get("Content-Type", "").startswith("text/html")

    @property
    def text(self) -> str:
        """Give the page as text."""
        return self.body.decode("utf-8", "replace")

    @cached_property
    def parsed(self) -> BeautifulSoup:
        """Give the page as a tree."""
        return BeautifulSoup(self.body, "lxml")

    def __str__(self) -> str:
        return f"{self.address} as {self.visitor.role.value if self.visitor else 'nobody'}: {self.status}"


@dataclass(repr=False)
class House:
    """The application with its twins; every request can be undone."""

    app: Flask
    connection: sa.Connection
    ours: World
    other: World
    pages: dict[str, list[Page]] = field(default_factory=dict)
    changed: dict[str, dict[str, str]] = field(default_factory=dict)

    def browser(self, visitor: Visitor | None) -> Client:
        """Give a fresh browser, signed in or not."""
        client = self.app.test_client()
        assert isinstance(client, Client)
        if visitor is not None:
            values = {"_user_id": visitor.token, "_fresh": True, "csrf_token": RAW_CSRF}
            signed = SecureCookieSessionInterface().get_signing_serializer(self.app).dumps(values)
            client.set_cookie(self.app.config["SESSION_COOKIE_NAME"], signed)
        return client

    def address(self, route: Route, scene: Scene) -> str:
        """Give the path of a route."""
        adapter = self.app.url_map.bind("localhost")
        method = "GET" if "GET" in route.methods else "POST"
        return adapter.build(route.endpoint, dict(scene), method=method)

    def ask(self, visitor: Visitor | None, address: str, method: str = "GET", **options: Any) -> TestResponse:
        """Send one request at the instant of the world; outside `undone` it leaves nothing behind."""
        options.setdefault("manners", False)
        with (
            standing_at(VISITED_AT),
            nullcontext() if self.connection.in_nested_transaction() else self.undone(),
        ):
            return self.browser(visitor).open(address, method=method, **options)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Take back everything that happens to the database inside."""
        savepoint = self.connection.begin_nested()
        try:
            yield
        finally:
            db.session.remove()
            savepoint.rollback()

    def visit(self, route: Route) -> list[Page]:
        """Look at a route as everyone who may, once; remember the pages and what changed in the rows."""
        if route.endpoint not in self.pages:
            before = self.untouched
            with self.undone():
                self.pages[route.endpoint] = list(self._look(route))
                after = self.rows()
            self.changed[route.endpoint] = {
                table: f"{before[table]} -> {after[table]}"
                for table in after
                if before[table] != after[table]
            }
        return self.pages[route.endpoint]

    @cached_property
    def untouched(self) -> dict[str, str]:
        """Give the fingerprints of the world as it was built; every visit starts from there."""
        return self.rows()

    def rows(self) -> dict[str, str]:
        """Give a fingerprint of the rows of every table, and of the files."""
        db.session.rollback()
        found = {table.name: self._fingerprint(table) for table in Base.metadata.sorted_tables}
        files = Path(self.app.extensions["settings"].data_dir, "files").rglob("*")
        return found | {"files": str(sorted(str(path) for path in files))}

    def _fingerprint(self, table: sa.Table) -> str:
        columns = [f'"{each.name}"' for each in table.columns if (table.name, each.name) not in TRACES]
        # Without the types of the columns: raw values tell a change as well, and much sooner.
        kept = NOTES.get(table.name, "")
        found = self.connection.exec_driver_sql(f'SELECT {", ".join(columns)} FROM "{table.name}" {kept}')
        rows = sorted(map(str, found))
        return f"{len(rows)} rows {hashlib.sha256(''.join(rows).encode()).hexdigest()[:8]}"

    def _look(self, route: Route) -> Iterator[Page]:
        for visitor in self.visitors(route):
            for scene in arguments(route, visitor, self.ours):
                address = self.address(route, scene)
                got = self.ask(visitor, address)
                yield Page(route, visitor, scene, address, got.status_code, got.headers, got.data)

    def visitors(self, route: Route) -> list[Visitor | None]:
        """Give everyone of ours who may come in at a route."""
        allowed = [visitor for visitor in self.ours.mine if visitor.role in route.roles()]
        return [None, *allowed] if route.rule.kind == "public" else [*allowed]

    def some(self, route: Route) -> list[Visitor]:
        """Give one visitor per role that may come in, and students in three phases."""
        others = ("withdrawn", "comparing")
        first = [each for each in self.one_of_each_role() if each.role in route.roles()]
        students = [each for each in self.ours.visitors(Role.STUDENT) if each.phase in others]
        return first + (students if Role.STUDENT in route.roles() else [])

    def one_of_each_role(self) -> list[Visitor]:
        """Give one visitor per role."""
        return [self.ours.visitors(role)[0] for role in Role]
