"""Remembers what was made of which sources, so that nothing is made twice."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from setup.places import ROOT


def digest(paths: Iterable[Path], *facts: str) -> str:
    """Return one hash over the files (folders with all that is in them) and the facts."""
    total = hashlib.sha256("\0".join(facts).encode())
    for path in sorted(_files(paths)):
        total.update(f"\0{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def is_current(stamp: Path, value: str) -> bool:
    """Tell whether the stamp was written for exactly this value."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == value


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (found for found in path.rglob("*") if found.is_file())
        elif path.is_file():
            yield path
