"""A student looks up a word, and sees the drawings of lessons."""

from __future__ import annotations

import dataclasses

import pytest

from accounts.schools.models import Role
from content.catalogue import Catalogue
from content.drawing import Drawing
from enrolment.catalogue import catalogue
from tests.client import Client
from tests.factories.people import a_member, a_school

WORDS = "/programma/woorden"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"><title>Straat</title></svg>'


def test_all_words_stand_in_the_order_of_the_alphabet_with_their_lesson(client: Client, enrolment) -> None:
    page = client.get(WORDS).text
    assert 'id="woord-bewijs"' in page
    assert page.index('id="woord-aandachtsfunctionaris"') < page.index('id="woord-wijkgericht-werken"')
    assert "/programma/lessen/welkom#woorden" in page
    assert ">A</a>" in page


def test_a_part_of_a_word_finds_it(client: Client, enrolment) -> None:
    page = client.get(f"{WORDS}?zoek=Meldco").text
    assert 'id="woord-meldcode"' in page
    assert 'id="woord-portfolio"' not in page
    assert 'value="Meldco"' in page
    assert "Geen woord gevonden met ‘&lt;x&gt;’" in client.get(f"{WORDS}?zoek=<x>").text


def test_a_typing_error_is_forgiven_and_told(client: Client, enrolment) -> None:
    page = client.get(f"{WORDS}?zoek=meldkode").text
    assert "Bedoelde je ‘meldcode’?" in page
    assert "Het woord ‘meldkode’ staat nergens." in page
    assert 'id="woord-meldcode"' in page
    assert 'value="meldkode"' in page
    assert "Bedoelde je" not in client.get(f"{WORDS}?zoek=meldcode").text


def test_a_word_in_a_lesson_opens_its_explanation(client: Client, enrolment) -> None:
    page = client.get("/programma/lessen/bewijs-kiezen").text
    assert 'popovertarget="uitleg-bewijs"' in page
    assert f"{WORDS}#woord-bewijs" in page
    assert "ww-term" in client.get("/programma/opdrachten/meldcode-in-jouw-organisatie").text


def test_words_take_no_statement(client: Client, enrolment, counting) -> None:
    for path in (WORDS, f"{WORDS}?zoek=meldkode"):
        client.get(path)
        with counting() as statements:
            client.get(path)
        assert len(statements) <= 2, path


@pytest.fixture
def drawing(app, monkeypatch) -> Drawing:
    """A drawing that a lesson of the loaded course names."""
    made = Drawing("straat.svg", SVG, "Straat", 64, 36)
    whole = catalogue()
    d1 = whole.keuzedeel("d1-wijkgericht-werken")
    drawn = dataclasses.replace(d1.lessons[0], drawings=(made,))
    course = dataclasses.replace(d1, lessons=(drawn, *d1.lessons[1:]))
    others = tuple(each for each in whole.keuzedelen if each is not d1)
    monkeypatch.setitem(app.extensions, "catalogue", Catalogue((course, *others)))
    return made


def test_a_drawing_is_a_picture_in_a_box_that_is_kept(client: Client, enrolment, drawing: Drawing) -> None:
    answer = client.get(f"/programma/plaatjes/{drawing.sha256}.svg")
    assert answer.data == SVG
    assert answer.mimetype == "image/svg+xml"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "immutable" in answer.headers["Cache-Control"]


def test_nothing_but_a_drawing_of_the_course_is_given(client: Client, enrolment, drawing: Drawing) -> None:
    for name in ("0" * 64, "straat", "..%2f..%2fqualification", drawing.sha256.upper()):
        assert client.get(f"/programma/plaatjes/{name}.svg").status_code == 404


def test_who_is_not_of_a_school_sees_no_drawing(client: Client, drawing: Drawing) -> None:
    path = f"/programma/plaatjes/{drawing.sha256}.svg"
    assert client.get(path).status_code == 303
    client.sign_in(a_member(a_school(), Role.COACH))
    assert client.get(path).status_code == 200
