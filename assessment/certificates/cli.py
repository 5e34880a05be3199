"""`flask certificates …`: what is in the register."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import click
from flask.cli import AppGroup

from assessment.certificates import queries
from assessment.certificates.models import Certificate
from assessment.certificates.rules import shown_code

certificates = AppGroup("certificates", help="The register of certificates.")


@certificates.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON list, for machines.")
@click.option("--school", "slug", default=None, help="Only the school with this short name.")
def list_certificates(as_json: bool, slug: str | None) -> None:
    """List code, number, status and dates; no names."""
    rows = [_row(certificate) for certificate in queries.everything(slug)]
    if as_json:
        click.echo(json.dumps(rows, indent=2))
        return
    for row in rows:
        click.echo("  ".join(str(value or "-") for value in row.values()))


def _row(certificate: Certificate) -> dict[str, Any]:
    return {
        "code": shown_code(certificate.code),
        "number": certificate.number,
        "status": certificate.state.value,
        "determined_on": certificate.content["determined_on"],
        "issued_at": _instant(certificate.issued_at),
        "revoked_at": _instant(certificate.revoked_at),
    }


def _instant(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None
