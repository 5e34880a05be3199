"""Division of seats: independent, even, always the same."""

from __future__ import annotations

from collections import Counter
from itertools import product
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from enrolment.allocation import Seat, ToDivide, divide_evenly


def ids(kind: int, number: int) -> list[UUID]:
    return [UUID(int=kind * 1000 + n) for n in range(number)]


@st.composite
def schools(draw):
    assessors = ids(1, draw(st.integers(0, 6)))
    load = {each: draw(st.integers(0, 5)) for each in assessors}
    students = []
    for enrolment_id in ids(2, draw(st.integers(0, 12))):
        barred = frozenset(draw(st.sets(st.sampled_from(assessors)))) if assessors else frozenset()
        seated = {}
        free = [each for each in assessors if each not in barred]
        if free and draw(st.booleans()):
            seated = {draw(st.sampled_from([1, 2])): draw(st.sampled_from(free))}
        students.append(ToDivide(enrolment_id, barred, seated))
    return students, assessors, load


@given(schools())
def test_every_seat_is_independent_and_filled_when_possible(school) -> None:
    students, assessors, load = school
    division = divide_evenly(students, assessors, load)
    for student in students:
        given_seats = {
            n: division.seats[Seat(student.enrolment_id, n)]
            for n in (1, 2)
            if Seat(student.enrolment_id, n) in division.seats
        }
        assert not set(given_seats) & set(student.seated)
        assert not set(given_seats.values()) & (student.barred | set(student.seated.values()))
        assert len(set(given_seats.values())) == len(given_seats)
        able = set(assessors) - student.barred - set(student.seated.values())
        assert len(given_seats) == min(len(able), 2 - len(student.seated))
        left = {seat.seat for seat in division.unseated if seat.enrolment_id == student.enrolment_id}
        assert left == {1, 2} - set(given_seats) - set(student.seated)


@given(schools())
def test_the_division_is_as_even_as_can_be(school) -> None:
    students, assessors, load = school
    division = divide_evenly(students, assessors, load)
    by_id = {student.enrolment_id: student for student in students}
    after = Counter(load) + Counter(division.seats.values())
    for seat, giver in division.seats.items():
        student = by_id[seat.enrolment_id]
        sitting = {division.seats.get(Seat(seat.enrolment_id, n)) for n in (1, 2)} | set(
            student.seated.values()
        )
        for taker in set(assessors) - student.barred - sitting:
            assert after[giver] - after[taker] <= 1


@given(schools())
def test_the_order_in_which_people_come_makes_no_difference(school) -> None:
    students, assessors, load = school
    again = divide_evenly(students[::-1], assessors[::-1], dict(reversed(load.items())))
    assert again == divide_evenly(students, assessors, load)


def test_a_chain_of_swaps_finds_the_even_division() -> None:
    one, two, three = ids(1, 3)
    students = [
        ToDivide(each, barred)
        for each, barred in zip(ids(2, 4), [{three}, {three}, set(), {one}], strict=True)
    ]
    students = [ToDivide(each.enrolment_id, frozenset(each.barred)) for each in students]
    loads = Counter(divide_evenly(students, [one, two, three], {}).seats.values())
    assert sorted(loads.values()) == sorted(_best(students, [one, two, three]))


def test_nobody_has_two_while_another_who_could_take_one_has_none() -> None:
    one, two, three, four = everybody = ids(1, 4)
    students = [
        ToDivide(each, frozenset({barred})) for each, barred in zip(ids(2, 2), [three, four], strict=True)
    ]
    division = divide_evenly(students, everybody, {})
    assert Counter(division.seats.values()) == {one: 1, two: 1, three: 1, four: 1}


def _best(students: list[ToDivide], assessors: list[UUID]) -> list[int]:
    pairs = [
        [p for p in product(assessors, repeat=2) if p[0] < p[1] and not set(p) & s.barred] for s in students
    ]
    spread = [Counter(who for pair in choice for who in pair) for choice in product(*pairs)]
    best = min(spread, key=lambda load: sum(n * n for n in load.values()))
    return list(best.values())
