"""The permission matrix as a page for people: docs/permission-matrix.md is written from the one map."""

from __future__ import annotations

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from flask_babel import force_locale

from accounts.policy.guard import policy as the_policy
from accounts.policy.permissions import Grant, Permission, Predicate
from accounts.schools.roles import Role
from foundation.settings import ROOT

DOCUMENT = ROOT / "docs" / "permission-matrix.md"
HEADING = """# Who may do what

Written from the one map in the code by `flask --app wsgi policy matrix`; a test compares. A dash is "never",
"yes" is everything of the own school, and a condition says for which things. Nobody reaches another school.
"""

policy_commands = AppGroup("policy", help="Who may do what.")


@policy_commands.command("matrix")
@click.option("--check", is_flag=True, help="Only tell whether the document is up to date.")
def matrix(check: bool) -> None:
    """Write docs/permission-matrix.md from the map."""
    if not check:
        DOCUMENT.write_text(matrix_text(), "utf-8")
        click.echo(f"Wrote {_short(DOCUMENT)}.")
    elif not DOCUMENT.is_file() or DOCUMENT.read_text("utf-8") != matrix_text():
        raise click.ClickException(f"{_short(DOCUMENT)} is old. Run `flask --app wsgi policy matrix`.")


def matrix_text() -> str:
    """Give the document: one row per permission, one column per role."""
    permissions = sorted(the_policy().grants, key=lambda each: each.name)
    with current_app.test_request_context(), force_locale("nl"):
        rows = [_row(permission) for permission in permissions]
    head = ["permission", "sentence", *(role.value for role in Role)]
    lines = [_line(head), _line(["---"] * len(head)), *map(_line, rows)]
    return "\n".join([HEADING, *lines, ""])


def _row(permission: Permission) -> list[str]:
    cells = [_cell(permission, role) for role in Role]
    return [f"`{permission.name}`", f"Mag {permission.sentence}", *cells]


def _cell(permission: Permission, role: Role) -> str:
    grants = [grant for grant in the_policy().grants[permission] if grant.role is role]
    return " or ".join(map(_when, grants)) or "–"


def _when(grant: Grant) -> str:
    return " and ".join(map(_words, grant.when)) or "yes"


def _words(predicate: Predicate) -> str:
    return f"when {getattr(predicate, '__name__', 'it fits').replace('_', ' ')}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
