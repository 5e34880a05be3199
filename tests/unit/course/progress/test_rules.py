"""Where somebody goes on with the lessons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from course.progress.rules import LessonState, continue_with, lessons_on, neighbours, state_of

LESSONS = [SimpleNamespace(slug=slug) for slug in "abcd"]
START = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass
class Row:
    opened_at: datetime
    done_at: datetime | None = None
    section: str | None = None
    read_at: datetime | None = None


def begun(day: int) -> Row:
    return Row(START + timedelta(days=day))


def done(day: int) -> Row:
    return Row(START + timedelta(days=day), START + timedelta(days=day))


def slug(lesson) -> str | None:
    return lesson.slug if lesson else None


def a_module(lessons: str, **hours: int) -> SimpleNamespace:
    return SimpleNamespace(lessons=lessons, hours_for=lambda route: SimpleNamespace(total=hours[route]))


def test_a_route_has_the_lessons_of_its_modules_in_the_order_of_reading() -> None:
    modules = [
        a_module("d", here=5, there=5),
        a_module("bc", here=0, there=5),
        a_module("a", here=5, there=0),
    ]
    course = SimpleNamespace(lessons=LESSONS, programme=SimpleNamespace(modules=modules))
    assert "".join(each.slug for each in lessons_on(course, "here")) == "ad"
    assert "".join(each.slug for each in lessons_on(course, "there")) == "bcd"


def test_the_state_of_a_lesson() -> None:
    assert [state_of(row) for row in (None, begun(1), done(1))] == list(LessonState)


def test_begins_at_the_first_lesson() -> None:
    assert slug(continue_with(LESSONS, {})) == "a"


def test_goes_on_with_the_lesson_that_was_begun_last() -> None:
    assert slug(continue_with(LESSONS, {"a": begun(1), "c": begun(3), "b": done(4)})) == "c"


def test_goes_on_with_the_lesson_that_was_read_in_last() -> None:
    read_on = Row(START, section="kop", read_at=START + timedelta(days=5))
    assert slug(continue_with(LESSONS, {"a": read_on, "c": begun(3), "b": done(9)})) == "a"


def test_goes_on_after_the_lesson_that_was_done_last() -> None:
    assert slug(continue_with(LESSONS, {"b": done(2)})) == "c"
    assert slug(continue_with(LESSONS, {"d": done(2)})) == "a"


def test_is_ready_when_all_are_done() -> None:
    assert continue_with(LESSONS, {each.slug: done(1) for each in LESSONS}) is None
    assert continue_with([], {}) is None


def test_a_lesson_that_is_no_longer_there_does_no_harm() -> None:
    assert slug(continue_with(LESSONS, {"weg": done(9)})) == "a"


def test_neighbours() -> None:
    assert [slug(each) for each in neighbours(LESSONS, "a")] == [None, "b"]
    assert [slug(each) for each in neighbours(LESSONS, "d")] == ["c", None]
    assert neighbours(LESSONS, "weg") == (None, None)
