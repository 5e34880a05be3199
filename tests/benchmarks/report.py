"""The figures as tables."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path

from tests.benchmarks.run import Run

HEAD = """# Benchmarks

Made by `make bench ARGS=--write` on {day}: {cores} processors, Python {python}, {system}.

CPU is milliseconds per request over all processes of the server, the figure that stays stable on a busy
machine; p50 and p95 are milliseconds on the wall clock for one client. The floor is a bare Flask application
with the same shapes in the same run: a bound, not a rival. SQLite runs with waitress in one process,
PostgreSQL with gunicorn in two that share one application. The load of the machine was {load:.0f} when the
last figure was taken: above the number of processors, other work disturbed the figures.

"""


def table(run: Run) -> str:
    """Give one run as a Markdown table."""
    lines = [
        f"## {run.database}, {run.size:,} submissions",
        "",
        "| work | CPU ms | floor CPU ms | × floor | p50 | p95 | statements | bytes |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, own in run.product.items():
        bare = run.floor[name]
        ratio = f"{own.cpu / bare.cpu:.1f}" if bare.cpu else "–"
        lines.append(
            f"| {name} | {own.cpu:.1f} | {bare.cpu:.1f} | {ratio} | {own.p50:.1f} | {own.p95:.1f} "
            f"| {run.statements.get(name, 0)} | {own.bytes:,} |"
        )
    p50, p95 = run.writers
    lines += [
        "",
        f"Eight writers at once: p50 {p50:.1f} ms, p95 {p95:.1f} ms ({p95 / p50:.1f} ×), none refused.",
    ]
    lines += [f"Memory of its own, largest process: {run.megabytes:.0f} MB.", ""]
    return "\n".join(lines)


def write(runs: list[Run], path: Path) -> None:
    """Write all runs to the document of results."""
    head = HEAD.format(
        day=date.today().isoformat(),  # noqa: DTZ011 - the day on which the machine measured
        cores=os.cpu_count(),
        python=platform.python_version(),
        system=platform.system(),
        load=os.getloadavg()[0],
    )
    path.write_text(head + "\n".join(table(run) for run in runs), "utf-8")
