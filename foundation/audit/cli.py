"""`flask audit …`: check the log, print its heads. Exit 1: a chain is broken; 2: there is no log."""

from __future__ import annotations

import click
import sqlalchemy as sa
from flask.cli import AppGroup

from foundation.audit import queries
from foundation.audit.models import AuditChain
from foundation.database import db

audit = AppGroup("audit", help="Check the audit log.")


class NoLog(click.ClickException):
    """Nothing was checked, which is something else than nothing found."""

    exit_code = 2


@audit.command("verify")
def verify() -> None:
    """Check every chain and name the first broken entry of each; exit 1 when one is broken."""
    _refuse_without_log()
    breaks = queries.verify()
    for found in breaks:
        click.echo(f"BROKEN chain {found.chain} at entry {found.sequence}: {found.why}")
    if breaks:
        raise SystemExit(1)
    heads = queries.heads()
    click.echo(f"OK: {len(heads)} chains, {sum(head.sequence for head in heads)} entries.")


@audit.command("heads")
def print_heads() -> None:
    """Print the head of each chain, to keep elsewhere."""
    _refuse_without_log()
    for head in queries.heads():
        click.echo(f"{head.key} {head.sequence} {head.head}")


def _refuse_without_log() -> None:
    try:
        is_there = sa.inspect(db.engine).has_table(AuditChain.__tablename__)
    except sa.exc.OperationalError as unreachable:
        raise NoLog(f"The database cannot be read, so nothing was checked: {unreachable.orig}") from None
    if not is_there:
        raise NoLog(
            "This database is empty: there is no log, so nothing was checked. "
            "Is WIJKWIJS_DATABASE_URL right? A new database is made with: flask --app wsgi db upgrade"
        )
