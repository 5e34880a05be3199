"""`python -m tests.benchmarks`: fill, measure floor and product in turn, print tables.

--sizes 100,10000 · --databases sqlite,postgresql · --write puts the tables into docs/benchmarks.md
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks.report import table, write
from tests.benchmarks.run import Run, measure_all
from tests.servers.postgres import create_database


def main() -> None:
    """Measure every size on every database."""
    wanted = _arguments()
    runs: list[Run] = []
    for database in wanted.databases.split(","):
        for size in (int(each) for each in wanted.sizes.split(",")):
            print(f"{database}, {size} submissions", flush=True)
            with tempfile.TemporaryDirectory(prefix="wijkwijs-bench-") as folder:
                run = measure_all(database, size, url=_address(database, size, folder), folder=Path(folder))
            runs.append(run)
            print(table(run), flush=True)
    if wanted.write:
        write(runs, Path("docs/benchmarks.md"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--sizes", default="100,10000")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def _address(database: str, size: int, folder: str) -> str:
    if database == "sqlite":
        return f"sqlite:///{folder}/bench.sqlite3"
    return create_database(f"bench_{size}")


if __name__ == "__main__":
    main()
