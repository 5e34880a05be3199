"""What a school writes is read by the reader of the course, and every fault is said in plain Dutch."""

# ruff: noqa: E501 - texts as people type them
from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from content.errors import ContentError
from content.notation import read_nodes
from course.offering.documents import read_document
from course.offering.kinds import OwnKind
from course.offering.own_text import PREFIX, as_file, slug_for
from course.offering.reader_words import in_plain_dutch
from foundation.settings import Mode, Settings
from foundation.web.text import UNSTORABLE, tidy
from web import create_app

LESSON = {
    "title": "Onze markt", "module": "M1", "block": "M1-B", "work_process": "D1-K1-W1", "minutes": 30,
    "items": ["I-05"], "behaviours": ["W1-1"], "core": "Kijk eerst.",
}  # fmt: skip
TASK = {
    "title": "Tel mee", "module": "M1", "practice_hours": 2, "writing_hours": 1, "items": ["I-05"],
    "behaviours": ["W1-1"], "produces": "een lijst",
}  # fmt: skip
FAULTS = {
    "::: onbekend\ntekst\n:::": "Regel 1: het onderdeel ‘onbekend’ bestaat niet.",
    "Begin.\n\n::: case title=\"a\" place=\"b\" when=\"c\"\ntekst": "Regel 3: ‘case’ wordt niet afgesloten.",
    "::: case title=\"a\"\ntekst\n:::": "Regel 1: achter ‘case’ horen deze gegevens, elk met tekst: title, place, when.",
    "::: reading title=\"a\"\ntekst\n:::": "Regel 1: achter ‘reading’ hoort niets.",
    "::: Case\ntekst\n:::": "Regel 1: deze regel past hier niet: ::: Case.",
    ":::: compare title=\"a\"\n::: weak\nx\n:::\n::::": "Regel 1: in ‘compare’ horen weak, good en why",
    ":::: compare title=\"a\"\nlos\n::::": "in ‘compare’ mogen alleen de onderdelen staan die erbij horen.",
    "::: note kind=\"leuk\"\nx\n:::": "Regel 1: een note is care, law of job, niet ‘leuk’.",
    "::: try-this title=\"a\" minutes=\"tien\"\nx\n:::": "Regel 1: minutes is een heel getal, niet ‘tien’.",
    "::: checklist title=\"a\"\nlos\n:::": "deze regel past hier niet: los.",
    "::: figure src=\"https://x.nl/a.png\" alt=\"a\" caption=\"b\"\nx\n:::": "Regel 1: een plaatje kan hier niet.",
    ":::: check\n::::": "Regel 1: in ‘check’ horen vragen, elk met een eigen id.",
    "::: try-this title=\"a\" minutes=\"²\"\nx\n:::": "Regel 1: minutes is een heel getal, niet ‘²’.",
    ":::: check\n::: choice id=\"a/b\" item=\"I-01\"\nx\n:::\n::::": "Regel 2: een id heeft kleine letters, cijfers",
    f":::: check\n::: choice id=\"{'a' * 81}\" item=\"I-01\"\nx\n:::\n::::": "Regel 2: een id heeft kleine letters",
    ":::: check\n::: raad id=\"q1\" item=\"I-01\"\nx\n:::\n::::": "Regel 2: de vraagsoort ‘raad’ bestaat niet.",
    ":::: check\n::: choice id=\"q1\" item=\"I-01\"\n- [x] ja\n  > Goed.\n:::\n::::":
        "Regel 2: vraag ‘choice’: zet de vraag boven de antwoorden.",
    ":::: check\n::: choice id=\"q1\" item=\"I-01\"\nWat?\n- [x] ja\n  > Goed.\n:::\n::::":
        "Regel 2: vraag ‘choice’: hier horen minstens 3 antwoorden of stappen.",
    ":::: check\n::: choice id=\"q1\" item=\"I-01\"\nWat?\n- [x] ja\n- [ ] nee\n- [ ] soms\n:::\n::::":
        "zet onder dit antwoord wat de lezer ervan leert, met > ervoor: ja.",
    ":::: check\n::: choice id=\"q1\" item=\"I-01\"\nWat?\n- [x] a\n  > x\n- [x] b\n  > x\n- [ ] c\n  > x\n:::\n::::":
        "kruis precies één goed antwoord aan met [x].",
    ":::: check\n::: match id=\"q1\" item=\"I-01\"\nWat?\n| a | b |\n:::\n::::":
        "hier hoort een tabel met drie kolommen en minstens twee rijen.",
    ":::: check\n::: short id=\"q1\" item=\"I-01\"\nWat?\n:::\n::::":
        "hier horen een vraag, **Modelantwoord** en **Kijk na**.",
    ":::: check\n::: dilemma-choice id=\"q1\" item=\"I-01\"\nWat?\n- [++] a\n  > x\n- [-] b\n  > x\n- [-] c\n  > x\n:::\n::::":
        "minstens twee antwoorden krijgen [++] of [+].",
}  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("words")
    return create_app(Settings(mode=Mode.TEST, data_dir=folder))


@pytest.mark.parametrize(("text", "told"), FAULTS.items())
def test_every_fault_of_the_reader_is_said_in_plain_dutch(app: Flask, text: str, told: str) -> None:
    with pytest.raises(ContentError) as raised:
        read_nodes(text)
    with app.test_request_context():
        assert told in in_plain_dutch(str(raised.value))


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
