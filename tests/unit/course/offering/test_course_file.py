"""A course goes into one file and comes out of it as it was; a file that is not right is refused whole."""

from __future__ import annotations

import io
import json
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from course.offering import editing
from course.offering.course_faults import CourseFileRefused
from course.offering.course_file import packed, read_file
from course.offering.documents import body_of, read_document
from course.offering.kinds import OwnKind
from course.offering.own_text import as_file
from course.offering.plan import Plan, plan_of
from foundation.settings import Mode, Settings
from tests.factories.enrolments import D1
from tests.unit.course.offering.test_own_text import LESSON, lines
from web import create_app

COURSE = load_catalogue([KEUZEDELEN]).keuzedeel(D1)
PLAN = plan_of(COURSE.programme)
EVERYTHING = (*COURSE.programme.lessons, *COURSE.programme.assignments, *(m.code for m in PLAN.modules))
words = st.text("abc de\nfg #*-[]()é", min_size=1, max_size=80).filter(lambda text: text.strip())


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder: Path = tmp_path_factory.mktemp("file")
    return create_app(Settings(mode=Mode.TEST, data_dir=folder))


def a_lesson(slug: str, title: str = "Onze markt", body: str = "Loop rond.") -> tuple[OwnKind, str, str]:
    return OwnKind.LESSON, title, as_file(OwnKind.LESSON, slug, 1, LESSON | {"title": title}, body)


@st.composite
def courses(draw: st.DrawFn) -> tuple[Plan, dict[str, tuple[OwnKind, str, str]]]:
    plan = PLAN
    for what, up in draw(st.lists(st.tuples(st.sampled_from(EVERYTHING), st.booleans()), max_size=6)):
        plan = editing.moved(plan, what, up=up)
    for what in draw(st.sets(st.sampled_from(EVERYTHING), max_size=4)):
        plan = editing.switched(plan, what, on=False)
    texts = {}
    for number in range(draw(st.integers(0, 3))):
        slug = f"eigen-{number}"
        texts[slug] = a_lesson(slug, draw(lines), draw(words))
        plan = editing.with_own(plan, slug, draw(st.integers(1, 9)), module="M1", block="M1-B")
    return plan, texts


@given(courses())
def test_what_goes_in_comes_out(course: tuple[Plan, dict[str, tuple[OwnKind, str, str]]]) -> None:
    plan, texts = course
    content = packed(D1, "v", plan, texts)
    file = read_file(content)
    assert file.index.plan == plan
    assert file.texts == {slug: text for slug, (_kind, _title, text) in texts.items()}
    assert packed(D1, "v", file.index.plan, texts) == content


@given(lines, words)
def test_the_body_of_a_file_is_what_was_written(title: str, body: str) -> None:
    text = as_file(OwnKind.LESSON, "eigen-a", 1, LESSON | {"title": title}, body)
    assert body_of(text, read_document(OwnKind.LESSON, text)) == body.strip()


def changed(parts: dict[str, bytes | None], *, compress: int = 0) -> bytes:
    """A good file with some parts replaced, or gone."""
    slug = "eigen-a"
    plan = editing.with_own(PLAN, slug, 1, module="M1", block="M1-B")
    good = packed(D1, "v", plan, {slug: a_lesson(slug)})
    result = io.BytesIO()
    with ZipFile(io.BytesIO(good)) as source, ZipFile(result, "w", compress) as target:
        files = {name: source.read(name) for name in source.namelist()} | parts
        for name, part in files.items():
            if part is not None:
                target.writestr(name, part)
    return result.getvalue()


def index(**more: object) -> bytes:
    with ZipFile(io.BytesIO(changed({}))) as source:
        return json.dumps(json.loads(source.read("course.json")) | more).encode()


def index_entry(slug: str) -> dict[str, str]:
    return {"slug": slug, "kind": "lesson", "title": "Onze markt", "file": f"lessons/{slug}.md"}


def a_link() -> bytes:
    result = io.BytesIO()
    entry = ZipInfo("course.json")
    entry.external_attr = 0o120777 << 16
    with ZipFile(result, "w") as target:
        target.writestr(entry, "/etc/passwd")
    return result.getvalue()


TEXT = a_lesson("eigen-a")[2]
BAD = {
    "no archive": (b"geen zip", "niet uitpakken"),
    "empty": (b"", "is leeg"),
    "no index": (changed({"course.json": None}), "course.json ontbreekt"),
    "no json": (changed({"course.json": b"{\n  x"}), "Hier staat iets wat er niet hoort."),
    "deep json": (changed({"course.json": b"[" * 100_000}), "Dit bestand is niet te lezen."),
    "other format": (changed({"course.json": index(format="moodle")}), "Dit is geen cursus van Wijkwijs."),
    "newer": (changed({"course.json": index(format_version=3)}), "uit een nieuwere Wijkwijs."),
    "no version": (changed({"course.json": index(format_version="x")}), "‘format_version’ klopt niet"),
    "more keys": (changed({"course.json": index(extra=1)}), "De waarde bij ‘extra’ klopt niet"),
    "no plan": (changed({"course.json": index(plan={})}), "De waarde bij ‘plan.modules’ klopt niet"),
    "document unnamed": (changed({"course.json": index(documents=[])}), "past niet bij het plan"),
    "too many documents": (
        changed({"course.json": index(documents=[index_entry("eigen-a")] * 301)}),
        "De waarde bij ‘documents’ klopt niet",
    ),
    "packed as no program does": (changed({}, compress=ZIP_LZMA), "niet uitpakken"),
    "text gone": (changed({"lessons/eigen-a.md": None}), "Dit bestand ontbreekt."),
    "text too many": (changed({"lessons/b.md": b"x"}), "Dit bestand staat niet in course.json."),
    "not utf-8": (changed({"lessons/eigen-a.md": b"\xff\xfe"}), "Dit bestand is niet te lezen."),
    "a fault in the text": (
        changed({"lessons/eigen-a.md": (TEXT + "\n::: onbekend\nx\n:::\n").encode()}),
        "het onderdeel ‘onbekend’ bestaat niet",
    ),
    "another slug": (
        changed({"lessons/eigen-a.md": TEXT.replace("eigen-a", "eigen-b").encode()}),
        "De slug in het bestand is een andere",
    ),
    "a path": (changed({"../../etc/passwd": b"x"}), "andere map"),
    "no name": (changed({"q.md": b"x"}).replace(b"q.md", b"\0.md"), "andere map"),
    "a root": (changed({"/etc/passwd": b"x"}), "andere map"),
    "a link": (a_link(), "andere map"),
    "a bomb": (changed({"bom.md": b"0" * 30_000_000}, compress=ZIP_DEFLATED), "te groot"),
    "too big": (b"x" * 20_000_001, "groter dan 20 MB"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "told"), BAD.values(), ids=BAD)
def test_a_file_that_is_not_right_is_refused_with_its_reason(app: Flask, content: bytes, told: str) -> None:
    with app.test_request_context(), pytest.raises(CourseFileRefused) as refused:
        read_file(content)
    assert any(told in fault.sentence for fault in refused.value.faults), refused.value.faults


def test_the_line_is_that_of_the_file(app: Flask) -> None:
    text = TEXT + "\n::: onbekend\nx\n:::\n"
    with app.test_request_context(), pytest.raises(CourseFileRefused) as refused:
        read_file(changed({"lessons/eigen-a.md": text.encode()}))
    [fault] = refused.value.faults
    line = text.split("\n").index("::: onbekend") + 1
    assert fault.file.endswith("(lessons/eigen-a.md)")
    assert fault.sentence == f"Regel {line}: het onderdeel ‘onbekend’ bestaat niet."


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(app: Flask, content: bytes) -> None:
    with app.test_request_context(), pytest.raises(CourseFileRefused):
        read_file(content)


@given(st.sampled_from(["course.json", "lessons/eigen-a.md"]), st.integers(0, 400), st.binary(max_size=4))
def test_a_damaged_file_is_read_or_refused(app: Flask, name: str, at: int, damage: bytes) -> None:
    with ZipFile(io.BytesIO(changed({}))) as source:
        part = source.read(name)
    damaged = part[:at] + damage + part[at + len(damage) :]
    with app.test_request_context(), suppress(CourseFileRefused):
        assert read_file(changed({name: damaged})).index.keuzedeel


@given(
    st.sampled_from([ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_a_damaged_archive_is_read_or_refused(
    app: Flask, packing: int, damage: list[tuple[float, int]]
) -> None:
    content = bytearray(changed({}, compress=packing))
    for place, byte in damage:
        content[int(place * len(content))] = byte
    with app.test_request_context(), suppress(CourseFileRefused):
        assert read_file(bytes(content)).index.keuzedeel
