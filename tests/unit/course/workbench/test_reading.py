"""What an item says, what is still open, and which sections hang together."""

from __future__ import annotations

from types import SimpleNamespace
from uuid import uuid4

import pytest

from content import KEUZEDELEN, load_catalogue
from course.workbench.connections import columns_of, drawing
from course.workbench.queries import Work
from course.workbench.reading import empty_fields, has_content, highlights, in_words, name_of, progress

D1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
ANALYSIS = D1.work.piece_by_key("wijkanalyse")
SOURCES, ROLE = ANALYSIS.section("bronnen"), ANALYSIS.section("eigen-rol")


def item(section="bronnen", *links, **values):
    return SimpleNamespace(id=uuid4(), piece="wijkanalyse", section=section, values=values, links=list(links))


def test_a_choice_and_a_day_are_read_as_words():
    assert in_words(SOURCES.field("soort"), "cijfers") == "Cijfers"
    assert in_words(SOURCES.field("soort"), "van vroeger") == "van vroeger"
    day = D1.work.piece_by_key("verbinden").section("overleggen").field("datum")
    assert in_words(day, "2026-11-24") == "24 november 2026"
    assert in_words(day, "ooit") == "ooit"
    assert in_words(day, None) == ""


def test_a_name_is_the_first_answer_and_alone_it_is_no_content():
    assert name_of(SOURCES, {"titel": "Krant"}) == "Krant"
    assert name_of(ROLE, {}) == "Eigen rol"
    assert not has_content(SOURCES, item(titel="Krant"))
    assert has_content(SOURCES, item(titel="Krant", jaar="2025"))
    assert has_content(ROLE, item("eigen-rol", rol="Stagiair"))


def test_highlights_are_short_answers_only():
    values = {
        "titel": "Krant",
        "soort": "rapport",
        "maker": "De Wijk",
        "jaar": "2025",
        "zegt": "Lang verhaal",
    }
    assert list(highlights(SOURCES, values)) == ["Rapport of artikel", "De Wijk", "2025"]


def test_a_required_link_is_open_until_it_is_there():
    issues = ANALYSIS.section("vraagstukken")
    open_fields = [field.key for field in empty_fields(issues, item("vraagstukken", naam="x", uitleg="y"))]
    assert open_fields == ["bronnen"]
    link = SimpleNamespace(field="bronnen", target_id=uuid4())
    assert not empty_fields(issues, item("vraagstukken", link, naam="x", uitleg="y"))


@pytest.mark.parametrize(
    ("number", "short", "done"), [(0, 4, False), (3, 1, False), (4, 0, True), (5, 0, True)]
)
def test_a_list_is_done_when_it_has_enough_and_nothing_is_open(number, short, done):
    full = {field.key: "cijfers" for field in SOURCES.fields}
    found = progress(SOURCES, [item(**full) for _ in range(number)])
    assert (found.short, found.done) == (short, done)
    assert not progress(SOURCES, [item(titel="x") for _ in range(number)]).done


def test_an_empty_single_record_counts_for_nothing():
    assert progress(ROLE, [item("eigen-rol")]).count == 0


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        ("wijkanalyse", ["bronnen", "vraagstukken", "behoeften"]),
        ("verbinden", ["contacten", "overleggen", "afspraken"]),
    ],
)
def test_the_columns_follow_from_what_the_content_declares(piece, expected):
    columns = columns_of(D1.work.piece_by_key(piece), Work(D1, []))
    assert [section.key for _piece, section in columns] == expected


def test_nothing_connected_is_not_drawn():
    assert drawing(ANALYSIS, Work(D1, [item(titel="Krant")]), []) is None
