"""Hostile files are refused with a reason, and accepted ones are clean."""

from __future__ import annotations

import tracemalloc
import zipfile
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from course.portfolio.files.names import download_name, split_name
from course.portfolio.uploads import FileRefused, check
from tests.unit.course.portfolio import hostile

SECRETS = (hostile.AUTHOR.encode(), hostile.GPS_TEXT.encode(), b"Exif\x00\x00", b"GPS")
HOSTILE = hostile.refused()


def taken(name, content):
    return check(name, content, most_megabytes=20)


def unpacked(content):
    with zipfile.ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence(name):
    content, code = HOSTILE[name]
    with pytest.raises(FileRefused) as refusal:
        taken(name, content)
    assert refusal.value.code == code
    assert refusal.value.text.endswith(".")


@pytest.mark.parametrize("name", ["bom.docx", "punten.png", "liegt.docx", "veel.docx"])
def test_looking_at_a_bomb_costs_little(name):
    content, _code = HOSTILE[name]
    tracemalloc.start()
    with pytest.raises(FileRefused):
        taken(name, content)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "f.jpg"), ("JPEG", "F.JPEG"), ("PNG", "f.png"), ("WEBP", "f.webp")]
)
def test_a_photo_loses_place_and_maker_and_stands_upright(form, name):
    before = hostile.photo(form)
    assert hostile.GPS_TEXT.encode() in before
    after = taken(name, before)
    assert not [secret for secret in SECRETS if secret in after.content]
    image = Image.open(BytesIO(after.content))
    assert image.size == (48, 64)
    assert image.format == form
    assert not image.getexif()
    assert not {"comment", "exif", "xmp", "icc_profile"} & set(image.info)


def test_a_photo_of_a_large_camera_is_made_smaller():
    after = taken("foto.jpg", hostile.photo(size=(6000, 5000), gps=False))
    assert max(Image.open(BytesIO(after.content)).size) <= 3000


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colours_is_read(mode):
    for form, name in [("PNG", "a.png"), ("JPEG", "a.jpg")]:
        result = BytesIO()
        try:
            Image.new(mode, (8, 8)).save(result, form)
        except OSError:
            continue
        assert Image.open(BytesIO(taken(name, result.getvalue()).content)).size == (8, 8)


@pytest.mark.parametrize(
    ("name", "make"), [("a.docx", hostile.docx), ("a.odt", hostile.odt), ("a.xlsx", hostile.xlsx)]
)
def test_a_document_loses_its_makers_and_the_place_of_its_pictures(name, make):
    before, after = unpacked(make()), unpacked(taken(name, make()).content)
    assert any(hostile.AUTHOR.encode() in part for part in before.values())
    leaks = [(part, secret) for part, content in after.items() for secret in SECRETS if secret in content]
    assert leaks == []
    assert not [part for part in after if "thumbnail" in part.lower()]
    assert b"thumbnail" not in after.get("_rels/.rels", b"")
    kept = {part for part in before if "thumbnail" not in part.lower()}
    assert set(after) == kept


def test_the_words_of_a_document_stay():
    assert b"Hallo" in unpacked(taken("a.docx", hostile.docx()).content)["word/document.xml"]
    after = taken("a.odt", hostile.odt()).content
    with zipfile.ZipFile(BytesIO(after)) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_pictures_in_a_document_can_still_be_seen():
    after = unpacked(taken("a.docx", hostile.docx()).content)
    for name in ("word/media/image1.jpeg", "word/media/image2.png"):
        Image.open(BytesIO(after[name])).load()


def test_a_pdf_loses_programs_attachments_and_makers():
    before, after = hostile.pdf(), taken("a.pdf", hostile.pdf()).content
    assert hostile.AUTHOR.encode() in before
    with pikepdf.open(BytesIO(after)) as pdf:
        pdf_text = b"".join(
            each.read_raw_bytes() if isinstance(each, pikepdf.Stream) else each.unparse()
            for each in pdf.objects
        )
        assert len(pdf.pages) == 1
        assert len(pdf.attachments) == 0
        assert not pdf.docinfo
        assert "/Metadata" not in pdf.Root
    for word in (*SECRETS, b"JavaScript", b"app.alert", b"Launch", b"cmd.exe", b"geheim.exe"):
        assert word not in pdf_text, word


def test_a_polyglot_is_stored_as_what_we_call_it():
    after = taken("foto.jpg", hostile.photo() + b"<script>alert(1)</script>PK\x03\x04")
    assert after.content_type == "image/jpeg"
    assert b"<script>" not in after.content


def test_text_is_kept_as_utf8():
    assert taken("a.txt", "Café".encode("cp1252")).content == "Café".encode()
    assert taken("a.txt", b"\xef\xbb\xbfhoi").content == b"hoi"


@pytest.mark.parametrize(
    ("name", "title", "extension"),
    [
        ("../../etc/passwd.pdf", "passwd", "pdf"),
        ("C:\\Users\\Piet\\Verslag.PDF", "Verslag", "pdf"),
        ("foto\u202egpj.exe", "fotogpj", "exe"),
        ("a\x00b.pdf", "ab", "pdf"),
        (".htaccess", "Bestand", "htaccess"),
        ("zonder", "zonder", ""),
        ("  veel   spaties .txt", "veel spaties", "txt"),
        ("e\u0301.txt", "é", "txt"),
        ("👩‍🔬.png", "👩‍🔬", "png"),
        ("x" * 1000 + ".pdf", "x" * 120, "pdf"),
        ("", "Bestand", ""),
    ],
)
def test_a_name_is_a_title_only(name, title, extension):
    assert split_name(name) == (title, extension)


def test_a_download_name_cannot_break_out():
    assert download_name('a"; filename="b.exe\r\nX: y', "pdf") == "a- filename=-b.exe-X- y.pdf"
    assert download_name("///", "pdf") == "bestand.pdf"
