import dataclasses

import pytest

from content import KEUZEDELEN, ContentError
from content.drawing import faults_of, read_drawing
from content.folder import read_keuzedeel
from content.lesson import read_lesson
from content.lesson_page import Places, render_lesson
from tests.unit.content.broken import DRAWING


@pytest.fixture
def drawn(tmp_path):
    (tmp_path / "straat.svg").write_text(DRAWING.format('<rect fill="url(#a)" width="9" height="9"/>'))
    return read_drawing(tmp_path / "straat.svg")


def test_a_drawing_tells_its_size_and_its_name(drawn):
    assert (drawn.name, drawn.title, drawn.width, drawn.height) == ("straat.svg", "Een straat", 640, 360)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<a href="https://evil.example"><text>x</text></a>',
        '<image href="https://evil.example/x.png"/>',
        '<rect fill="url(https://evil.example/x)"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x.svg#a"/>',
        "<style>@import url(https://evil.example)</style>",
        '<rect style="background:url(x)"/>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<animate/>",
        "<?xml-stylesheet href='x'?>",
    ],
)
def test_a_drawing_does_nothing_and_asks_for_nothing(inside):
    assert list(faults_of(DRAWING.format(inside)))


@pytest.mark.parametrize("text", [DRAWING.replace("<title>Een straat</title>", ""), "<p/>"])
def test_a_drawing_has_a_name_and_a_size(text):
    assert list(faults_of(text))


def test_a_wrong_drawing_stops_the_start_with_its_name(tmp_path):
    (tmp_path / "x.svg").write_text(DRAWING.format("<script/>"))
    with pytest.raises(ContentError, match=r"x\.svg: there may be no <script>"):
        read_drawing(tmp_path / "x.svg")


def test_a_figure_stands_in_the_lesson_with_its_size_and_its_words(d1, drawn, environment):
    figure = '::: figure src="straat.svg" alt="Twee rijen huizen" caption="Verzonnen."\nEen rij.\n:::'
    text = f"{d1.lessons[0].source}\n\n{figure}"
    lesson = dataclasses.replace(read_lesson(text, name="x"), drawings=(drawn,))
    page = str(render_lesson(lesson, environment, places=Places(figures="/plaatjes/")))
    image = f'<img src="/plaatjes/{drawn.sha256}.svg" width="640" height="360" alt="Twee rijen huizen"'
    assert image in page
    assert "Een rij." in page


def test_the_drawings_of_the_course_are_part_of_its_version(d1, drawn):
    lesson = dataclasses.replace(d1.lessons[0], drawings=(drawn,))
    other = dataclasses.replace(d1, lessons=(lesson, *d1.lessons[1:]))
    assert other.version != d1.version
    assert other.instrument_version == d1.instrument_version
    assert other.drawings[drawn.sha256] is drawn


def test_every_drawing_beside_a_lesson_is_used(d1):
    beside = {path.name for path in KEUZEDELEN.glob("d1-*/**/*.svg")}
    assert beside == {each.name for each in d1.drawings.values()}
    assert read_keuzedeel(KEUZEDELEN / d1.slug).drawings.keys() == d1.drawings.keys()
