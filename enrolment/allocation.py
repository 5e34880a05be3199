"""Divide students over assessors: evenly, independently, always the same way. Pure."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

INDEPENDENT_SEATS = (1, 2)


@dataclass(frozen=True)
class ToDivide:
    """A student: who may not judge them (coaches, then and now), and who already sits where."""

    enrolment_id: UUID
    barred: frozenset[UUID] = frozenset()
    seated: Mapping[int, UUID] = field(default_factory=dict)


@dataclass(frozen=True)
class Seat:
    """One seat at one student."""

    enrolment_id: UUID
    seat: int


@dataclass(frozen=True)
class Division:
    """Who gets which empty seat, and the seats for which nobody is left."""

    seats: Mapping[Seat, UUID]
    unseated: tuple[Seat, ...]


def divide_evenly(
    students: Iterable[ToDivide], assessors: Sequence[UUID], load: Mapping[UUID, int]
) -> Division:
    """Fill the empty seats so that the loads differ as little as independence allows."""
    by_id = {student.enrolment_id: student for student in students}
    table = _Table(by_id, sorted(assessors), Counter(load))
    for student in sorted(by_id.values(), key=lambda each: (len(table.able(each)), each.enrolment_id)):
        table.fill(student)
    table.level()
    return Division(dict(sorted(table.taken.items(), key=_in_order)), tuple(table.unseated))


class _Table:
    """The seats while they are being filled."""

    def __init__(self, students: Mapping[UUID, ToDivide], assessors: list[UUID], load: Counter[UUID]) -> None:
        self.students, self.assessors, self.load = students, assessors, load
        self.taken: dict[Seat, UUID] = {}
        self.unseated: list[Seat] = []

    def able(self, student: ToDivide) -> list[UUID]:
        """Give who may still judge this student."""
        busy = {*student.barred, *student.seated.values(), *self._placed(student.enrolment_id)}
        return [assessor for assessor in self.assessors if assessor not in busy]

    def fill(self, student: ToDivide) -> None:
        """Give each empty seat to whoever has least to do."""
        for number in INDEPENDENT_SEATS:
            if number in student.seated:
                continue
            seat = Seat(student.enrolment_id, number)
            if able := self.able(student):
                self._sit(seat, min(able, key=lambda each: (self.load[each], each)))
            else:
                self.unseated.append(seat)

    def level(self) -> None:
        """Pass seats on, along a chain if need be, until nobody has two more than who could take one."""
        while path := self._path_downwards():
            for seat, taker in path:
                self.load[self.taken[seat]] -= 1
                self._sit(seat, taker)

    def _path_downwards(self) -> list[tuple[Seat, UUID]]:
        for start in sorted(self.assessors, key=lambda each: (-self.load[each], each)):
            if path := self._path_from(start):
                return path
        return []

    def _path_from(self, start: UUID) -> list[tuple[Seat, UUID]]:
        came: dict[UUID, tuple[UUID, Seat]] = {}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            if self.load[here] <= self.load[start] - 2:
                return _walk_back(came, start, here)
            for seat in self._seats_of(here):
                for taker in self.able(self.students[seat.enrolment_id]):
                    if taker != start and taker not in came:
                        came[taker] = (here, seat)
                        queue.append(taker)
        return []

    def _seats_of(self, assessor: UUID) -> list[Seat]:
        return [seat for seat, who in self.taken.items() if who == assessor]

    def _placed(self, enrolment_id: UUID) -> list[UUID]:
        seats = (Seat(enrolment_id, number) for number in INDEPENDENT_SEATS)
        return [self.taken[seat] for seat in seats if seat in self.taken]

    def _sit(self, seat: Seat, assessor: UUID) -> None:
        self.taken[seat] = assessor
        self.load[assessor] += 1


def _walk_back(came: Mapping[UUID, tuple[UUID, Seat]], start: UUID, end: UUID) -> list[tuple[Seat, UUID]]:
    path = []
    while end != start:
        giver, seat = came[end]
        path.append((seat, end))
        end = giver
    return path


def _in_order(item: tuple[Seat, UUID]) -> tuple[UUID, int]:
    return item[0].enrolment_id, item[0].seat
