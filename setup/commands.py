"""The commands of the Makefile, each a short list of steps."""

import fcntl
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from setup import demo
from setup.chromium import ensure_chromium
from setup.console import say
from setup.environment import RUN, TEST, ensure_packages
from setup.frontend import ensure_front_end, ensure_node_packages
from setup.locks import compile_locks
from setup.node import find_node
from setup.places import BIN, ROOT, VAR, in_environment
from setup.postgres import ensure_postgres
from setup.translations import ensure_translations, update_translations


def run(_: list[str]) -> int:
    """Start the demo school."""
    port = demo.chosen_port()
    with _alone():
        _prepare(RUN)
        demo.fill_demo_school()
    demo.serve(port)
    return 0


def reset_demo(_: list[str]) -> int:
    """Throw the demo school away and fill it anew."""
    with _alone():
        _prepare(RUN)
        demo.empty_and_fill_demo_school()
    return 0


def test(arguments: list[str]) -> int:
    """Run all tests; pytest's own count is the last line."""
    with _alone():
        _prepare(TEST)
        say(f"PostgreSQL: {ensure_postgres()}")
        say(f"Browser: {ensure_chromium()}")
    spread = ["-n", "logical", "--dist", "loadgroup"]
    return _show([BIN / "pytest", *spread, *arguments], _without_settings())


def check(_: list[str]) -> int:
    """Run every check that is not a test, and name those that failed."""
    with _alone():
        _prepare(TEST)
        node = find_node()
        ensure_node_packages(node)
    npm_env, env = node.env, in_environment()
    checks: dict[str, tuple[Sequence[str | Path], dict[str, str]]] = {
        "ruff": ([BIN / "ruff", "check", "."], env),
        "mypy": ([BIN / "mypy"], env),
        "import contracts": ([BIN / "lint-imports", "--no-logo"], env),
        "TypeScript": ([*node.npm, "run", "--silent", "check"], npm_env),
        "front-end tests": ([*node.npm, "run", "--silent", "test"], npm_env),
    }
    failed = []
    for name, (command, variables) in checks.items():
        say(name)
        if _show(command, variables):
            failed.append(name)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def lock(arguments: list[str]) -> int:
    """Compile the lock files of requirements/."""
    with _alone():
        ensure_packages(TEST)
        compile_locks(arguments)
    return 0


def translations(_: list[str]) -> int:
    """Collect new interface texts into the catalogue."""
    with _alone():
        ensure_packages(TEST)
        update_translations()
    return 0


def bench(arguments: list[str]) -> int:
    """Measure pages and saves on both databases."""
    with _alone():
        _prepare(TEST)
        ensure_postgres()
    return _show([BIN / "python", "-m", "tests.benchmarks", *arguments], _without_settings())


def screenshots(arguments: list[str]) -> int:
    """Make the pictures of the README anew."""
    with _alone():
        _prepare(TEST)
        ensure_chromium()
    return _show([BIN / "python", "-m", "tests.screenshots", *arguments], _without_settings())


def _prepare(locks: tuple[str, ...]) -> None:
    ensure_packages(locks)
    ensure_front_end()
    ensure_translations()


@contextmanager
def _alone() -> Iterator[None]:
    """Let a second command in the same checkout wait for the first."""
    VAR.mkdir(exist_ok=True)
    with (VAR / "setup.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _without_settings() -> dict[str, str]:
    """Keep the settings of a server on this machine away from tests and measurements."""
    return {name: value for name, value in in_environment().items() if not name.startswith("WIJKWIJS_")}


def _show(command: Sequence[str | Path], env: dict[str, str]) -> int:

    return subprocess.run(command, cwd=ROOT, env=env).returncode


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "reset-demo": reset_demo,
    "test": test,
    "check": check,
    "lock": lock,
    "translations": translations,
    "bench": bench,
    "screenshots": screenshots,
}
