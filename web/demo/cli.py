"""`flask demo …`: fill the demo school, or start it over."""

from __future__ import annotations

import click
from flask import current_app
from flask.cli import AppGroup

demo = AppGroup("demo", help="The demo school; only in demo mode.")


@demo.command("load")
def load() -> None:
    """Fill the demo school when it is not there yet."""
    from web.demo import loading

    _refuse_elsewhere()
    click.echo("The demo school is filled." if loading.load() else "The demo school is there already.")


@demo.command("reset")
def reset() -> None:
    """Empty the whole database and the files of the demo, and fill the demo school anew."""
    from web.demo import emptying, loading

    _refuse_elsewhere()
    emptying.empty()
    loading.load()
    click.echo("The demo school is filled anew.")


def _refuse_elsewhere() -> None:
    if not current_app.extensions["settings"].is_demo:
        raise click.ClickException("The demo school lives in demo mode only: set WIJKWIJS_MODE=demo.")
