"""`flask audit …`: check the log, print its heads."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from foundation.audit import queries

audit = AppGroup("audit", help="Check the audit log.")


@audit.command("verify")
def verify() -> None:
    """Check every chain and name the first broken entry of each; exit 1 when one is broken."""
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
    for head in queries.heads():
        click.echo(f"{head.key} {head.sequence} {head.head}")
