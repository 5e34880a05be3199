"""One size on one database: fill, start both servers, measure each piece of work on both in turn."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask

from foundation.database import db
from foundation.settings import Mode, Settings
from tests.benchmarks import floor
from tests.benchmarks.data import DataSet, fill
from tests.benchmarks.measuring import Figures, Visit, at_once, measure
from tests.benchmarks.processes import Server, start
from tests.benchmarks.statements import count_statements
from tests.benchmarks.tickets import Ticket, ticket_for
from tests.benchmarks.visitor import Visitor
from tests.benchmarks.works import works, writers
from web import create_app

KEY = "bench-key-" * 4
WRITES = 25


@dataclass
class Run:
    """The figures of one size on one database; `writers` is p50 and p95 of eight at once, in ms."""

    database: str
    size: int
    product: dict[str, Figures] = field(default_factory=dict)
    floor: dict[str, Figures] = field(default_factory=dict)
    statements: dict[str, int] = field(default_factory=dict)
    writers: tuple[float, float] = (0.0, 0.0)
    megabytes: float = 0.0


def measure_all(database: str, size: int, *, url: str, folder: Path) -> Run:
    """Fill a database and measure everything on it."""
    run = Run(database, size)
    app = create_app(Settings(mode=Mode.TEST, secret_key=KEY, database_url=url, data_dir=folder))
    with app.app_context():
        db.create_all()
        dataset = fill(size)
        tickets = {who: ticket_for(app, member) for who, member in dataset.people.items()}
        db.session.remove()
        db.engine.dispose()
    floor.fill(url, size)
    _against_servers(run, dataset, tickets, _environment(url, folder))
    run.statements = _statements(app, dataset, tickets)
    return run


def _against_servers(run: Run, dataset: DataSet, tickets: dict[str, Ticket], env: dict[str, str]) -> None:
    product = start(database=run.database, env=env)
    bare = start(database=run.database, env=env | {"WIJKWIJS_BENCH": "floor"})
    try:
        for work in works(dataset):
            run.product[work.name] = measure(product, work.product, work.rounds, _door(product, tickets))
            run.floor[work.name] = measure(bare, work.floor, work.rounds, _door(bare, tickets))
        queues = writers(dataset.desks_of_writers, WRITES)
        run.writers = at_once(queues, lambda who: Visitor(product.port, *tickets[who]))
        run.megabytes = product.own_megabytes()
    finally:
        for server in (product, bare):
            server.stop()


def _door(server: Server, tickets: dict[str, Ticket]) -> Visit:
    known: dict[str, Visitor] = {}

    def visit(who: str) -> Visitor:
        if who not in known:
            known[who] = Visitor(server.port, *tickets.get(who, ("", "")))
        return known[who]

    return visit


def _statements(app: Flask, dataset: DataSet, tickets: dict[str, Ticket]) -> dict[str, int]:
    return {
        work.name: count_statements(app, next(work.product), tickets)
        for work in works(dataset.left_over(), seen=WRITES)
    }


def _environment(url: str, folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("WIJKWIJS_")}
    return own | {
        "WIJKWIJS_MODE": "test",
        "WIJKWIJS_SECRET_KEY": KEY,
        "WIJKWIJS_DATABASE_URL": url,
        "WIJKWIJS_DATA_DIR": str(folder),
    }
