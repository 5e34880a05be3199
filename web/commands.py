"""Commands of the house: serve, and those of the rooms."""

from __future__ import annotations

import click
from flask import Flask, current_app

from accounts.schools.cli import schools
from foundation.audit.cli import audit
from foundation.jobs.worker import jobs, start_thread
from foundation.settings import Settings

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def register(app: Flask) -> None:
    """Give the application its commands."""
    for command in (audit, jobs, schools, serve):
        app.cli.add_command(command)


@click.command("serve")
@click.option("--host", default="127.0.0.1")
@click.option("--port", default=8000, envvar="PORT")
@click.option("--threads", default=8)
def serve(host: str, port: int, threads: int) -> None:
    """Serve with waitress: one process, threads, and a worker for background work."""
    from waitress import serve as waitress_serve

    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    settings: Settings = app.extensions["settings"]
    if settings.is_demo and host not in LOOPBACK:
        raise click.ClickException("The demo school has known passwords: it listens on this machine only.")
    start_thread(app)
    waitress_serve(
        app, host=host, port=port, threads=threads, max_request_body_size=_most_bytes(app), ident=None
    )


def _most_bytes(app: Flask) -> int:
    return int(app.config["MAX_CONTENT_LENGTH"]) + 1_000_000
