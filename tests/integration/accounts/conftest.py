"""Real letters over real SMTP, and the demo on the same database."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from foundation.database import db
from foundation.jobs.actions import run_due
from foundation.settings import Mode
from tests.client import Client
from web import create_app

LINK = re.compile(r"https?://\S+")


class Letters:
    """Do the work that is due and read what arrived."""

    def __init__(self, server) -> None:
        self.server = server

    def all(self):
        db.session.commit()
        run_due()
        return list(self.server.messages)

    def last(self) -> str:
        return self.all()[-1].get_content()

    def link(self) -> str:
        """Give the path of the link in the newest letter."""
        return "/" + LINK.search(self.last()).group().split("/", 3)[3]


@pytest.fixture
def letters(app, mail_server) -> Letters:
    settings = app.extensions["settings"]
    app.extensions["settings"] = replace(settings, mail_url=mail_server.url)
    yield Letters(mail_server)
    app.extensions["settings"] = settings


@pytest.fixture
def another_browser(app: Flask) -> Callable[[], Client]:
    return app.test_client


@pytest.fixture
def demo(app: Flask) -> Client:
    """A visitor of the demo, on the database of this test."""
    settings = replace(app.extensions["settings"], mode=Mode.DEMO)
    made = create_app(settings)
    made.test_client_class = Client
    with made.app_context():
        engine = db.engine
        engine.dispose()
        db._app_engines[made][None] = db._app_engines[app][None]
        yield made.test_client()
        db.session.remove()
