"""Stacked columns per week as numbers for a template to draw. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.hours.weeks import Column

LEFT, TOP, BOTTOM, WIDTH = 30.0, 19.0, 195.0, 520.0
STEPS = tuple(60 * hours for hours in (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 42))


@dataclass(frozen=True)
class Block:
    """The part of one code in a column; `place` is its place among the codes."""

    place: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """One week, drawn."""

    label: int
    x: float
    middle: float
    width: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Line:
    """A line of the axis, with its hours."""

    hours: int
    y: float


@dataclass(frozen=True)
class Chart:
    """Everything the template needs."""

    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]


def draw(columns: Sequence[Column]) -> Chart:
    """Draw the weeks beside each other, with four lines above the ground."""
    highest = max((column.total for column in columns), default=0)
    step = next((each for each in STEPS if each * 4 >= highest), STEPS[-1])
    top = step * 4
    lines = tuple(Line(step * number // 60, _y(step * number, top)) for number in range(5))
    room = (WIDTH - LEFT) / max(len(columns), 1)
    bars = tuple(_bar(column, LEFT + room * place, room, top) for place, column in enumerate(columns))
    return Chart(lines, bars)


def _bar(column: Column, left: float, room: float, top: int) -> Bar:
    blocks, below = [], 0
    for place, minutes in enumerate(column.minutes):
        upper = _y(below + minutes, top)
        if minutes:
            blocks.append(Block(place, upper, round(_y(below, top) - upper, 1)))
        below += minutes
    width = round(room * 2 / 3, 1)
    middle = round(left + room / 2, 1)
    return Bar(column.week.number, round(middle - width / 2, 1), middle, width, tuple(blocks))


def _y(minutes: int, top: int) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * minutes / top, 1)
