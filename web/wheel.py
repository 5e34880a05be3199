"""The progress wheel as numbers: arcs and places for a template to draw. [pure]

Twelve o'clock is where the first work process begins; the parts go round with the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import cos, radians, sin

CENTRE = 220.0
RIM, INNER, HUB, LABEL = 186.0, 118.0, 97.0, 209.0
GAP = 12.0  # degrees between two work processes
SPOKE_GAP = 1.8  # degrees between two spokes
SIGN = 16.0  # half of the box in which the sign of a work process is drawn


class SpokeState(StrEnum):
    """How far one criterion is: evidence ready, being worked on, nothing yet."""

    READY = "ready"
    BUSY = "busy"
    EMPTY = "empty"


@dataclass(frozen=True)
class Part:
    """One work process: its number and the state of each of its criteria."""

    number: int
    spokes: tuple[SpokeState, ...]


@dataclass(frozen=True)
class Spoke:
    """One criterion, drawn."""

    state: SpokeState
    path: str


@dataclass(frozen=True)
class DrawnPart:
    """One work process, drawn: its spokes and the top left corner of its sign."""

    number: int
    spokes: tuple[Spoke, ...]
    x: float
    y: float

    @property
    def ready(self) -> int:
        """Count the criteria with evidence."""
        return sum(spoke.state is SpokeState.READY for spoke in self.spokes)

    @property
    def busy(self) -> int:
        """Count the criteria that are being worked on."""
        return sum(spoke.state is SpokeState.BUSY for spoke in self.spokes)


@dataclass(frozen=True)
class Wheel:
    """What the template needs; hub is the arc of hours, empty when there are none."""

    parts: tuple[DrawnPart, ...]
    hub: str
    hours: float
    norm: float


def draw(parts: Sequence[Part], *, hours: float, norm: float) -> Wheel:
    """Draw any number of work processes and criteria, and the hours against their norm."""
    turn = 360.0 / max(len(parts), 1)
    drawn = tuple(
        _part(part, start=index * turn + GAP / 2, arc=turn - GAP) for index, part in enumerate(parts)
    )
    return Wheel(parts=drawn, hub=_hub(hours / norm if norm else 0.0), hours=hours, norm=norm)


def _part(part: Part, *, start: float, arc: float) -> DrawnPart:
    width = arc / max(len(part.spokes), 1)
    spokes = tuple(
        Spoke(state, _segment(start + index * width, start + (index + 1) * width))
        for index, state in enumerate(part.spokes)
    )
    x, y = _point(start + arc / 2, LABEL)
    return DrawnPart(part.number, spokes, round(x - SIGN, 1), round(y - SIGN, 1))


@lru_cache(maxsize=256)
def _segment(start: float, end: float) -> str:
    begin, finish = start + SPOKE_GAP / 2, end - SPOKE_GAP / 2
    return (
        f"M{_at(begin, RIM)}{_arc(RIM, finish, large=finish - begin > 180)}"
        f"L{_at(finish, INNER)}A{INNER:g} {INNER:g} 0 {int(finish - begin > 180)} 0 {_at(begin, INNER)}Z"
    )


def _hub(share: float) -> str:
    """Draw the arc of hours; a full circle takes two arcs, because one would be nothing."""
    degrees = 360 * min(max(share, 0.0), 1.0)
    if degrees == 0:
        return ""
    if degrees == 360:
        return f"M{_at(0, HUB)}{_arc(HUB, 180)}{_arc(HUB, 360)}"
    return f"M{_at(0, HUB)}{_arc(HUB, degrees, large=degrees > 180)}"


def _arc(radius: float, end: float, *, large: bool = False) -> str:
    return f"A{radius:g} {radius:g} 0 {int(large)} 1 {_at(end, radius)}"


def _at(degrees: float, radius: float) -> str:
    x, y = _point(degrees, radius)
    return f"{x:.1f} {y:.1f}"


def _point(degrees: float, radius: float) -> tuple[float, float]:
    angle = radians(degrees)
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)
