"""A word is found by a part of it, without its accents, and with a typing error in it."""

from __future__ import annotations

import dataclasses

import pytest

from content import KEUZEDELEN, load_catalogue
from content.nodes import Word
from course.glossary.finding import find


@pytest.fixture
def course():
    """A course that explains three words."""
    d1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
    words = (
        Word("meldcode", "Een plan in vijf stappen bij geweld thuis."),
        Word("Veilig Thuis", "De plek waar je advies vraagt."),
        Word("coördinator", "Wie het werk van anderen regelt."),
    )
    return dataclasses.replace(d1, lessons=(dataclasses.replace(d1.lessons[0], nodes=words),))


@pytest.mark.parametrize(
    ("wanted", "slugs"),
    [
        (" MELDC ", ["meldcode"]),
        ("thuis", ["meldcode", "veilig-thuis"]),
        ("coordinator", ["coordinator"]),
        ("COÖRD", ["coordinator"]),
        ("bestaat niet", []),
        ("?!", []),
        ("<thuis>", []),
    ],
)
def test_what_holds_the_text_is_found(course, wanted: str, slugs: list[str]) -> None:
    found = find(course, wanted)
    assert [each.slug for each in found.terms] == slugs
    assert found.meant == ""


@pytest.mark.parametrize(
    ("wanted", "meant", "slug"),
    [
        ("meldkode", "meldcode", "meldcode"),
        ("mledcode", "meldcode", "meldcode"),
        ("veilig tuis", "veilig thuis", "veilig-thuis"),
        ("adveis", "advies", "veilig-thuis"),
        ("cordinatoor", "coordinator", "coordinator"),
    ],
)
def test_a_typing_error_finds_the_word_that_was_meant(course, wanted: str, meant: str, slug: str) -> None:
    found = find(course, wanted)
    assert found.meant == meant
    assert slug in [each.slug for each in found.terms]


def test_an_explained_word_is_meant_rather_than_one_that_only_explains(course) -> None:
    words = (Word("zorgplan", "Wat jullie afspreken."), Word("inbreng", "Met zorgplak aan de muur."))
    lessons = (dataclasses.replace(course.lessons[0], nodes=words),)
    assert find(dataclasses.replace(course, lessons=lessons), "zorgplaf").meant == "zorgplan"


def test_a_word_with_an_error_beside_one_that_is_nowhere_finds_nothing(course) -> None:
    assert find(course, "meldkode zeppelin").terms == ()
