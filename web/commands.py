"""Commands of the house: serve, and those of the rooms."""

from __future__ import annotations

import click
from flask import Flask, current_app

from accounts.login.cli import people
from accounts.schools.cli import schools
from assessment.certificates.cli import certificates
from foundation import migrations
from foundation.audit.cli import audit
from foundation.jobs.worker import jobs, start_thread
from foundation.settings import Settings
from web.course_report import course_commands
from web.demo import data
from web.demo.cli import demo as demo_school
from web.demo.faces import demo_people
from web.matrix import policy_commands
from web.serving import serve as serve_requests

COMMANDS = (audit, certificates, course_commands, demo_school, jobs, people, policy_commands, schools)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def register(app: Flask) -> None:
    """Give the application its commands."""
    for command in COMMANDS:
        app.cli.add_command(command)
    app.cli.add_command(serve)


@click.command("serve")
@click.option("--host", default="127.0.0.1")
@click.option("--port", default=8000, envvar="PORT")
@click.option("--threads", default=8)
@click.option("--demo", is_flag=True, help="Serve the demo school; `make run` does this.")
def serve(host: str, port: int, threads: int, demo: bool) -> None:
    """Serve with waitress: one process, threads, and a worker for background work."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    settings: Settings = app.extensions["settings"]
    _refuse_when_unsafe(settings, host, demo=demo)
    refuse_on_another_version()
    start_thread(app)
    _say_where(app, f"http://{host}:{port}", demo=demo)
    serve_requests(app, host=host, port=port, threads=threads)


def refuse_on_another_version() -> None:
    """Raise ClickException, with the command to run, when the database has another version than the code."""
    there, wanted = migrations.version_of_database(), migrations.version_of_code()
    if there != wanted:
        raise click.ClickException(
            f"The database has version {there or 'none'}, this code needs {wanted}. "
            "Make a back-up and run: flask --app wsgi db upgrade"
        )


def _refuse_when_unsafe(settings: Settings, host: str, *, demo: bool) -> None:
    if settings.is_demo != demo:
        raise click.ClickException("The demo school is started with `make run`, and only there.")
    if demo and host not in LOOPBACK:
        raise click.ClickException("The demo school has known passwords: it listens on this machine only.")


def _say_where(app: Flask, address: str, *, demo: bool) -> None:
    click.echo(f"Wijkwijs runs on {address} (Ctrl-C stops it).")
    if not demo:
        return
    click.echo(f"Sign in at {address}/inloggen: one click per role, or password {data.people().password}.")
    with app.test_request_context():
        for label, name, email, _description in demo_people():
            click.echo(f"  {label:32} {name:20} {email}")
