"""The bar of a lesson as numbers for a template to draw. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """One lesson, drawn: finished, and opened behind it, in percents of all students."""

    finished: int
    opened: int


def bar(*, opened: int, finished: int, total: int) -> Bar:
    """Draw how many of all students opened and finished a lesson."""
    return Bar(_share(finished, total), _share(opened, total))


def _share(count: int, total: int) -> int:
    return round(100 * count / total) if total else 0
