"""A student prints a module."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Iterator

import pikepdf
import pytest

from content import KEUZEDELEN, load_catalogue
from content.drawing import Drawing
from content.lesson import read_lesson
from content.picture import Picture
from content.printed import printed_document
from content.printed_text import printed_blocks, printed_line
from course.booklet.pdf import documents_of, printed, render
from foundation.storage.actions import keep
from tests.client import Client
from tests.factories.offering import a_photo

D1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")
MODULES = [each.code for each in D1.programme.modules]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"><title>Straat</title></svg>'
NASTY = '#panic("x") $a$ *b* [c] \\ <d> @e "f" {g} //h'


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def elements(element) -> Iterator[pikepdf.Object]:
    """Walk through the structure that a screen reader reads."""
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield child
            yield from elements(child)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("a5", (420, 595))])
def test_a_module_is_a_booklet_on_both_sizes_of_paper(client: Client, enrolment, paper: str, size) -> None:
    answer = client.get(f"/programma/modules/M4/boekje.pdf?formaat={paper}")
    assert answer.mimetype == "application/pdf"
    assert f"boekje-m4-{paper}.pdf" in answer.headers["Content-Disposition"]
    with opened(answer.data) as pdf:
        assert tuple(round(float(each)) for each in pdf.pages[0].mediabox)[2:] == size
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("nl")
        assert "Laat zien wat je kunt" in str(pdf.docinfo["/Title"])


def test_the_programme_leads_to_the_booklet(client: Client, enrolment) -> None:
    page = client.get("/programma").text
    assert "/programma/modules/M0/boekje.pdf" in page
    assert "/programma/modules/M0/boekje.pdf?formaat=a5" in page


@pytest.mark.parametrize("path", ["M9/boekje.pdf", "M0/boekje.pdf?formaat=a3", "../x/boekje.pdf"])
def test_what_is_not_there_is_not_printed(client: Client, enrolment, path: str) -> None:
    assert client.get(f"/programma/modules/{path}").status_code == 404


@pytest.mark.parametrize("code", MODULES)
def test_everything_of_every_module_is_printed(code: str) -> None:
    for document in documents_of(D1, code):
        made = printed_document(document)
        assert len(made["parts"]) == sum(type(node).__name__ != "Word" for node in document.nodes)
        questions = [each for part in made["parts"] for each in part.get("questions", ())]
        assert len(questions) == len(made["answers"])
    with opened(render(D1, code, paper="a5", school="Proefschool")) as pdf:
        assert len(pdf.pages) >= 2 + len(documents_of(D1, code))


def test_text_of_authors_is_never_code() -> None:
    lesson = D1.lessons[0]
    other = read_lesson(
        f"{lesson.source}\n\n## {NASTY}\n\n{NASTY}\n\n| {NASTY} | b |\n|---|---|\n| c | d |", name="x"
    )
    course = dataclasses.replace(D1, lessons=(other, *D1.lessons[1:]))
    assert NASTY.split("*")[0] in json.dumps(printed(course, "M0", paper="a4", school=NASTY)).replace(
        '\\"', '"'
    )
    assert render(course, "M0", paper="a4", school=NASTY).startswith(b"%PDF")


@pytest.mark.parametrize(
    "text", ["Goed zo 👍 漢字", "## ", f"[a](https://{'e' * 5000})", "```\ncode\n```", "---", "> "]
)
def test_whatever_a_school_writes_can_be_printed(text: str) -> None:
    lesson = read_lesson(f"{D1.lessons[0].source}\n\n{text}\n", name="x")
    course = dataclasses.replace(D1, lessons=(lesson, *D1.lessons[1:]))
    assert render(course, "M0", paper="a4", school="Proefschool").startswith(b"%PDF")


def test_what_stands_in_a_code_block_is_printed_too() -> None:
    assert printed_blocks("```\ncode\n```")[0]["line"] == [{"is": "text", "text": "code\n"}]


def test_a_drawing_is_printed_with_its_words() -> None:
    figure = '::: figure src="straat.svg" alt="Twee rijen huizen" caption="Verzonnen."\nEen rij.\n:::'
    lesson = read_lesson(f"{D1.lessons[0].source}\n\n{figure}", name="x")
    drawn = dataclasses.replace(lesson, drawings=(Drawing("straat.svg", SVG, "Straat", 64, 36),))
    assert printed_document(drawn)["parts"][-1]["alt"] == "Twee rijen huizen"
    assert printed_document(lesson)["parts"][-1]["is"] == "prose", "without a file its words are printed"
    course = dataclasses.replace(D1, lessons=(drawn, *D1.lessons[1:]))
    with opened(render(course, "M0", paper="a4", school="Proefschool")) as pdf:
        assert "Twee rijen huizen" in {
            str(each.get("/Alt", "")) for each in elements(pdf.Root.StructTreeRoot)
        }


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_of_the_school_is_printed_with_its_words(client: Client, form: str) -> None:
    extension = "jpg" if form == "JPEG" else form.lower()
    figure = f'::: figure src="markt.{extension}" alt="Kramen" caption="De markt."\nAcht kramen.\n:::'
    lesson = read_lesson(f"{D1.lessons[0].source}\n\n{figure}", name="x")
    for sha256, is_there in ((keep(a_photo(form=form, size=(40, 90))), True), ("0" * 64, False)):
        picture = Picture(f"markt.{extension}", "De markt", sha256, 40, 90)
        shown = dataclasses.replace(lesson, drawings=(picture,))
        course = dataclasses.replace(D1, lessons=(shown, *D1.lessons[1:]))
        with opened(render(course, "M0", paper="a5", school="Proefschool")) as pdf:
            told = {str(each.get("/Alt", "")) for each in elements(pdf.Root.StructTreeRoot)}
            images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
            assert ("Kramen" in told) is is_there
            assert any(each.get("/Subtype") == "/Image" for each in images) is is_there
            assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()


def test_what_is_tall_is_printed_narrow_enough_for_a_page() -> None:
    figure = '::: figure src="toren.svg" alt="Een toren" caption="Verzonnen."\nHoog.\n:::'
    lesson = read_lesson(f"{D1.lessons[0].source}\n\n{figure}", name="x")
    for width, height, share in ((64, 36, 1), (64, 64, 1), (30, 60, 0.6)):
        drawn = dataclasses.replace(lesson, drawings=(Drawing("toren.svg", SVG, "Toren", width, height),))
        assert printed_document(drawn)["parts"][-1]["share"] == share


def test_marks_and_emphasis_come_along() -> None:
    line = printed_line("Bel **nu** of *later* `[controleren: nummer]` via [Movisie](https://movisie.nl).")
    assert [each["is"] for each in line] == [
        "text",
        "strong",
        "text",
        "em",
        "text",
        "check",
        "text",
        "link",
        "text",
    ]
    assert line[5]["text"] == "nummer"
    blocks = printed_blocks("Een\nregel.\n\n- a\n- b\n\n1. c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |")
    assert [each["is"] for each in blocks] == ["text", "bullets", "numbers", "quote", "table"]
