"""What hours are booked on: the core task and its work processes, each with its norm. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from content.keuzedeel import Keuzedeel
from course.hours.rules import Balance, Minutes


@dataclass(frozen=True)
class Booking:
    """One code to book on. `number` is that of the work process, 0 for the core task."""

    code: str
    number: int
    label: str
    title: str
    norm: int


@dataclass(frozen=True)
class BookedLine:
    """A code with the time on it."""

    booking: Booking
    minutes: Minutes

    @property
    def to_go(self) -> int:
        """Give the minutes up to the norm; never below zero."""
        return max(0, self.booking.norm - self.minutes.counted)


def bookings(keuzedeel: Keuzedeel, route: str) -> tuple[Booking, ...]:
    """Give the codes of a keuzedeel on a route: its work processes, and then the core task."""
    task = keuzedeel.qualification.core_task
    processes = [
        Booking(each.code, each.number, each.label, each.short_title, _norm(keuzedeel, route, each.code))
        for each in task.work_processes
    ]
    label = task.code.rsplit("-", 1)[-1]
    return (*processes, Booking(task.code, 0, label, task.title, _norm(keuzedeel, route, task.code)))


def booked(all_bookings: tuple[Booking, ...], balance: Balance) -> list[BookedLine]:
    """Lay the time of a student beside the norms."""
    return [BookedLine(each, balance.of(each.code)) for each in all_bookings]


def _norm(keuzedeel: Keuzedeel, route: str, code: str) -> int:
    return keuzedeel.programme.norm(route, code) * 60
