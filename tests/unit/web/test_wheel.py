"""The wheel is drawn as in the design: 21 spokes, always in the same order and place."""

import re

import pytest

from web.wheel import SIGN, Part, SpokeState, draw

EMPTY = (SpokeState.EMPTY,) * 7
THREE = [Part(1, EMPTY), Part(2, EMPTY), Part(3, EMPTY)]

# From the prototype of the student's home: first and last spoke of W1, first of W2, last of W3.
DESIGN = {
    (0, 0): "M242.3 35.3A186 186 0 0 1 285.2 45.8L261.4 109.5A118 118 0 0 0 234.2 102.9Z",
    (0, 6): "M403.5 250.6A186 186 0 0 1 391.1 293.0L328.5 266.3A118 118 0 0 0 336.4 239.4Z",
    (1, 0): "M368.7 331.7A186 186 0 0 1 338.2 363.6L295.0 311.1A118 118 0 0 0 314.4 290.8Z",
    (2, 6): "M154.8 45.8A186 186 0 0 1 197.7 35.3L205.8 102.9A118 118 0 0 0 178.6 109.5Z",
}


@pytest.mark.parametrize(("part", "spoke"), DESIGN)
def test_spokes_stand_where_the_design_puts_them(part, spoke):
    drawn = draw(THREE, hours=87, norm=240).parts[part].spokes[spoke].path
    assert numbers(drawn) == pytest.approx(numbers(DESIGN[part, spoke]), abs=0.6)


def test_hours_are_the_arc_of_the_design():
    assert draw(THREE, hours=87, norm=240).hub == "M220.0 123.0A97 97 0 0 1 293.8 283.0"


def test_more_than_half_of_the_hours_takes_the_long_way_round():
    assert " 0 1 1 " in draw(THREE, hours=180, norm=240).hub


@pytest.mark.parametrize("hours", [240, 251])
def test_all_hours_close_the_circle(hours):
    assert draw(THREE, hours=hours, norm=240).hub.count("A97") == 2


@pytest.mark.parametrize(("hours", "norm"), [(0, 240), (5, 0), (0, 0)])
def test_no_hours_or_no_norm_draw_no_arc(hours, norm):
    assert draw(THREE, hours=hours, norm=norm).hub == ""


def test_counts_follow_the_states():
    part = draw([Part(1, (SpokeState.READY, SpokeState.BUSY, SpokeState.READY))], hours=1, norm=2).parts[0]
    assert (part.ready, part.busy, len(part.spokes)) == (2, 1, 3)


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("criteria", [1, 4, 12])
def test_any_keuzedeel_gets_a_wheel_without_overlap(count, criteria):
    parts = [Part(n + 1, (SpokeState.EMPTY,) * criteria) for n in range(count)]
    drawn = draw(parts, hours=10, norm=80).parts
    paths = [spoke.path for part in drawn for spoke in part.spokes]
    assert len(set(paths)) == count * criteria
    assert all(0 <= place + SIGN <= 440 for part in drawn for place in (part.x, part.y))


def numbers(path):
    return [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]
