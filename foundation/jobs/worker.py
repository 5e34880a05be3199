"""The worker: a thread beside the embedded server, or `flask jobs work` in production."""

from __future__ import annotations

import logging
import threading

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from foundation.database import db
from foundation.jobs.actions import run_due

log = logging.getLogger(__name__)
jobs = AppGroup("jobs", help="Background work.")


def start_thread(app: Flask, *, every: float = 1.0) -> threading.Event:
    """Start a worker thread; set the event that is given back to stop it."""
    stop = threading.Event()
    threading.Thread(target=_loop, args=(app, stop, every), name="jobs", daemon=True).start()
    return stop


@jobs.command("work")
@click.option("--every", default=1.0, help="Seconds between looks.")
def work(every: float) -> None:
    """Do background work until stopped."""
    _loop(current_app._get_current_object(), threading.Event(), every)  # type: ignore[attr-defined]


@jobs.command("run")
def run() -> None:
    """Do the work that is due now, and stop."""
    click.echo(f"{run_due()} done.")


def _loop(app: Flask, stop: threading.Event, every: float) -> None:
    while not stop.is_set():
        with app.app_context():
            try:
                run_due()
            except Exception:
                log.exception("the worker could not look for work")
                db.session.rollback()
        stop.wait(every)
