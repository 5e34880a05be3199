"""The server starts on the version of the database that the code was written for, and on no other (P59)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask
from flask_migrate import upgrade

from foundation.database import db
from foundation.settings import ROOT, Mode, Settings
from tests.servers.postgres import create_database
from web import create_app


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request: pytest.FixtureRequest, tmp_path) -> Iterator[Flask]:
    url = f"sqlite:///{tmp_path / 'served.sqlite3'}"
    if request.param == "postgresql":
        url = create_database(f"served_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    app = create_app(Settings(mode=Mode.TEST, database_url=url, data_dir=tmp_path))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what was started, instead of serving until somebody stops it."""
    seen: list[str] = []
    monkeypatch.setattr("web.commands.start_thread", lambda app: seen.append("worker"))
    monkeypatch.setattr("web.commands.serve_requests", lambda app, **options: seen.append("server"))
    return seen


def _serve(app: Flask, *options: str):
    return app.test_cli_runner().invoke(args=["serve", *options])


def test_an_empty_database_is_not_served(own_app: Flask, started: list[str]) -> None:
    result = _serve(own_app)
    assert result.exit_code != 0
    assert "flask --app wsgi db upgrade" in result.output
    assert started == []


@pytest.mark.parametrize("version", ["0000_older", "9999_newer"])
def test_another_version_is_not_served(own_app: Flask, started: list[str], version: str) -> None:
    upgrade()
    with db.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    assert _serve(own_app).exit_code != 0
    assert started == []


def test_the_right_version_is_served(own_app: Flask, started: list[str]) -> None:
    upgrade()
    result = _serve(own_app)
    assert (result.exit_code, started) == (0, ["worker", "server"]), result.output


@pytest.mark.parametrize("command", ["verify", "heads"])
def test_a_log_that_is_not_there_was_not_checked(own_app: Flask, command: str) -> None:
    def asked():
        return own_app.test_cli_runner().invoke(args=["audit", command])

    result = asked()
    assert (result.exit_code, type(result.exception)) == (2, SystemExit)
    assert "nothing was checked" in result.output
    upgrade()
    assert asked().exit_code == 0


def test_gunicorn_stops_too_before_anything_is_served(tmp_path) -> None:
    command = [sys.executable, "-m", "gunicorn", "-c", "python:web.gunicorn", "-b", "127.0.0.1:0", "wsgi:app"]
    settings = {"WIJKWIJS_MODE": "test", "WIJKWIJS_DATA_DIR": str(tmp_path)}
    ended = subprocess.run(
        command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode != 0
    assert "flask --app wsgi db upgrade" in ended.stderr


def test_what_is_made_at_the_start_is_no_work_for_the_collector_of_garbage(tmp_path) -> None:
    """It would walk through the whole house within a request, and split the memory that workers share."""
    settings = {"WIJKWIJS_MODE": "test", "WIJKWIJS_DATA_DIR": str(tmp_path)}
    ask = "import gc, wsgi; print(gc.get_freeze_count() > 9 * len(gc.get_objects()))"
    told = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout == "True\n", told.stderr


def test_the_demo_is_never_served_to_others_nor_by_accident(own_app: Flask, started: list[str]) -> None:
    upgrade()
    assert "make run" in _serve(own_app, "--demo").output
    own_app.extensions["settings"] = Settings(mode=Mode.DEMO)
    assert "this machine only" in _serve(own_app, "--demo", "--host", "0.0.0.0").output
    assert "make run" in _serve(own_app).output
    assert started == []
