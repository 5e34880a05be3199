"""The report on the course as a page for people: docs/course.md is written from the course itself."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from content.report import report_text
from enrolment.catalogue import catalogue
from foundation.settings import ROOT

DOCUMENT = ROOT / "docs" / "course.md"
COURSE = "d1-wijkgericht-werken"

course_commands = AppGroup("course", help="The written course.")


@course_commands.command("report")
def report() -> None:
    """Write docs/course.md: how each text reads, and what a person must check."""
    DOCUMENT.write_text(report_text(catalogue().keuzedeel(COURSE)), "utf-8")
    click.echo("Wrote docs/course.md.")
