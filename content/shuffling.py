"""Shuffle the lines of a question, always in the same way for the same question."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def shuffled(things: Sequence[T], seed: str) -> list[T]:
    """Return the things in another order than given, the same one for the same seed."""
    mixed = sorted(things, key=lambda thing: _weight(seed, thing))
    if mixed == list(things):
        mixed = [*mixed[1:], *mixed[:1]]
    return mixed


def _weight(seed: str, thing: object) -> bytes:
    return hashlib.sha256(f"{seed}\n{thing!r}".encode()).digest()
