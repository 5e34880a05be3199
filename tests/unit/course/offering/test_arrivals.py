"""What an own lesson in a file becomes at a school that may have it already."""

from __future__ import annotations

from types import SimpleNamespace

from course.offering.documents import read_document
from course.offering.importing import Arrival, Incoming
from course.offering.kinds import OwnKind
from course.offering.own_text import as_file
from tests.unit.course.offering.test_own_text import LESSON


def text_of(slug: str, body: str) -> str:
    return as_file(OwnKind.LESSON, slug, 1, LESSON, body)


def arrivals(in_file: dict[str, str], at_school: dict[str, str]) -> dict[str, Arrival]:
    """Bring lessons (slug: body) to a school that has one version of each of these."""
    texts = {slug: text_of(slug, body) for slug, body in in_file.items()}
    file = SimpleNamespace(
        texts=texts, documents={slug: read_document(OwnKind.LESSON, text) for slug, text in texts.items()}
    )
    known = [(OwnKind.LESSON, slug, 1, text_of(slug, body)) for slug, body in at_school.items()]
    desk = SimpleNamespace(documents=[SimpleNamespace(slug=slug) for slug in at_school])
    return dict(Incoming(desk, file, known).arrivals)


def test_of_lessons_that_say_the_same_it_is_the_one_with_its_name() -> None:
    same = "Loop rond."
    found = arrivals({"eigen-b": same}, {"eigen-a": same, "eigen-b": same})
    assert found == {"eigen-b": Arrival("eigen-b", 1, is_new=False)}


def test_two_lessons_that_say_the_same_are_never_one_lesson_here() -> None:
    same = "Loop rond."
    found = arrivals({"eigen-b": same, "eigen-c": same}, {"eigen-a": same})
    assert found == {
        "eigen-b": Arrival("eigen-a", 1, is_new=False),
        "eigen-c": Arrival("eigen-c", 1, is_new=True),
    }


def test_another_lesson_with_that_name_gets_a_name_of_its_own() -> None:
    found = arrivals({"eigen-a": "Loop rond."}, {"eigen-a": "Blijf zitten."})
    assert found == {"eigen-a": Arrival("eigen-a-2", 1, is_new=True)}
