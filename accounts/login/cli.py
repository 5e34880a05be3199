"""`flask people …`: what the platform does for a person who is locked out, or must be."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import click
from flask.cli import AppGroup

from accounts.login import blocking, second_factor
from accounts.people.queries import id_of_address
from foundation.transaction import one_transaction

people = AppGroup("people", help="Accounts of this platform.")


@people.command("disable")
@click.option("--email", required=True)
def disable(email: str) -> None:
    """Block an account and end its sessions."""
    _do(email, lambda person_id: blocking.disable(person_id, actor_id=None))
    click.echo(f"{email} is blocked.")


@people.command("enable")
@click.option("--email", required=True)
def enable(email: str) -> None:
    """Give a blocked account free."""
    _do(email, lambda person_id: blocking.enable(person_id, actor_id=None))
    click.echo(f"{email} may sign in again.")


@people.command("forget-second-factor")
@click.option("--email", required=True)
def forget_second_factor(email: str) -> None:
    """Take the second factor away of who lost phone and codes; check first who asks."""
    _do(email, lambda person_id: second_factor.turn_off(person_id, actor_id=None))
    click.echo(f"{email} sets up a new second factor at the next sign-in.")


def _do(email: str, act: Callable[[UUID], None]) -> None:
    with one_transaction():
        person_id = id_of_address(email)
        if person_id is None:
            raise click.ClickException(f"There is no account with the address {email}.")
        act(person_id)
