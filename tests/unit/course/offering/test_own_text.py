"""What a school writes is read by the reader of the course."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from course.offering.documents import read_document
from course.offering.kinds import OwnKind
from course.offering.own_text import PREFIX, as_file, slug_for
from foundation.web.text import UNSTORABLE, tidy

LESSON = {
    "title": "Onze markt", "module": "M1", "block": "M1-B", "work_process": "D1-K1-W1", "minutes": 30,
    "items": ["I-05"], "behaviours": ["W1-1"], "core": "Kijk eerst.",
}  # fmt: skip
TASK = {
    "title": "Tel mee", "module": "M1", "practice_hours": 2, "writing_hours": 1, "items": ["I-05"],
    "behaviours": ["W1-1"], "produces": "een lijst",
}  # fmt: skip


lines = st.text(min_size=1, max_size=60).map(lambda t: " ".join((tidy(t) or "").split())).filter(
    lambda t: t and not UNSTORABLE.search(t)
)  # fmt: skip


@given(lines, lines)
def test_any_title_and_core_is_read_back_exactly(title: str, core: str) -> None:
    text = as_file(OwnKind.LESSON, "eigen-markt", 7, LESSON | {"title": title, "core": core}, "Loop rond.")
    lesson = read_document(OwnKind.LESSON, text)
    assert (lesson.title, lesson.header.core, lesson.header.id) == (title, core, "E07")
    assert [node.markdown for node in lesson.nodes] == ["Loop rond."]


@given(lines)
def test_an_assignment_too(produces: str) -> None:
    task = read_document(
        OwnKind.ASSIGNMENT, as_file(OwnKind.ASSIGNMENT, "eigen-a", 1, TASK | {"produces": produces}, "Doe.")
    )
    assert task.header.produces == produces


@given(st.text(max_size=200), st.sets(st.sampled_from(["eigen-les", "eigen-les-2"])))
def test_a_slug_is_new_and_never_one_of_the_course(title: str, taken: set[str]) -> None:
    slug = slug_for(title, taken)
    assert slug not in taken
    assert slug.startswith(PREFIX)
    assert read_document(OwnKind.LESSON, as_file(OwnKind.LESSON, slug, 1, LESSON, "Tekst.")).slug == slug


def test_no_catalogue_uses_the_beginning_of_own_slugs() -> None:
    for keuzedeel in load_catalogue([KEUZEDELEN]).keuzedelen:
        outlined = (*keuzedeel.outline.lessons, *keuzedeel.outline.assignments)
        slugs = {*keuzedeel.programme.lessons, *keuzedeel.programme.assignments, *(e.slug for e in outlined)}
        assert not [slug for slug in slugs if slug.startswith(PREFIX)]
