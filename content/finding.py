"""Look one thing up in authored material, or say what is missing."""

from collections.abc import Iterable
from typing import TypeVar

from content.errors import UnknownContent

T = TypeVar("T")


def first(candidates: Iterable[T], name: str) -> T:
    """Return the first candidate; raise UnknownContent with this name when there is none."""
    for candidate in candidates:
        return candidate
    raise UnknownContent(name)
