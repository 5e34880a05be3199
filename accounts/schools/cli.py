"""`flask schools …`: the platform makes schools and their first administrator."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from accounts.login.actions import invite
from accounts.schools.actions import make_member, make_school
from accounts.schools.models import Role
from accounts.schools.queries import all_schools
from foundation.errors import Refused
from foundation.transaction import one_transaction

schools = AppGroup("schools", help="Schools on this platform.")


@schools.command("create")
@click.option("--name", required=True)
@click.option("--slug", required=True, help="Short name: small letters, digits and hyphens.")
@click.option("--place", required=True)
@click.option("--admin-name", required=True)
@click.option("--admin-email", required=True)
def create(name: str, slug: str, place: str, admin_name: str, admin_email: str) -> None:
    """Make a school and invite its first administrator."""
    if not _is_slug(slug):
        raise click.ClickException("--slug takes small letters, digits and hyphens, at most 60.")
    try:
        with one_transaction():
            school = make_school(name, slug, place)
            admin = make_member(
                school.id, email=admin_email, name=admin_name, roles={Role.SCHOOL_ADMIN}, actor_id=None
            )
            invite(admin, actor_id=None)
    except (Refused, ValueError) as refusal:
        raise click.ClickException(refusal.text if isinstance(refusal, Refused) else str(refusal)) from None
    click.echo(f"School {school.name} ({school.slug}) is made.")
    click.echo(f"{admin_name} is its administrator; the invitation goes to {admin_email}.")


@schools.command("list")
def print_all() -> None:
    """Print every school: short name, name, place."""
    for school in all_schools():
        click.echo(f"{school.slug}\t{school.name}\t{school.place}")


def _is_slug(slug: str) -> bool:
    return 0 < len(slug) <= 60 and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
