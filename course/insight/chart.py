"""Bars per lesson as numbers for a template to draw. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, WIDTH, ROW, THICK = 34, 400, 28, 16


@dataclass(frozen=True)
class Bar:
    """One lesson, drawn: finished, and opened behind it."""

    y: int
    finished: int
    opened: int


def bars(counts: Sequence[tuple[int, int]], total: int) -> list[Bar]:
    """Draw (opened, finished) per lesson under each other, on the scale of all students."""
    return [
        Bar(number * ROW + 6, _length(finished, total), _length(opened, total))
        for number, (opened, finished) in enumerate(counts)
    ]


def _length(count: int, total: int) -> int:
    return round(WIDTH * count / total) if total else 0
