"""Real transactions of several people at the same moment: a database of its own, one thread each."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import flask_migrate
from flask import Flask

from foundation.database import db
from foundation.settings import Mode, Settings
from foundation.transaction import one_transaction
from tests.client import Client
from tests.servers.postgres import create_database
from web import create_app

PATIENCE = 30


def an_app_of_its_own(database: str, folder: Path) -> Iterator[Flask]:
    """Make an application on an empty database; nothing is rolled back for it."""
    url = f"sqlite:///{folder / 'at-once.sqlite3'}"
    if database == "postgresql":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        url = create_database(f"at_once_{worker}_{folder.name.replace('-', '_')}")
    app = create_app(Settings(mode=Mode.TEST, secret_key="test-key-" * 5, database_url=url, data_dir=folder))
    app.test_client_class = Client
    with app.app_context():
        flask_migrate.upgrade()
        db.session.remove()
        yield app
        db.session.remove()
        db.engine.dispose()


def all_at_once(app: Flask, *works: Callable[[], object]) -> list[object]:
    """Let everybody begin, wait for each other, and go on; give what each got back or what went wrong."""
    ready = threading.Barrier(len(works))
    answers: list[object] = [None] * len(works)

    def run(number: int, work: Callable[[], object]) -> None:
        with app.app_context():
            try:
                ready.wait(PATIENCE)
                with one_transaction():
                    answers[number] = work()
            except Exception as error:  # what went wrong is an answer too
                answers[number] = error
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return answers
