"""A folder of hostile files, made on the spot."""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
from PIL import Image

GPS_TEXT = "Geheime straat 12"
AUTHOR = "Piet Verklapper"


def photo(form="JPEG", size=(64, 48), *, gps=True) -> bytes:
    exif = Image.Exif()
    if gps:
        exif[0x0112] = 6  # turned a quarter
        exif[0x010F] = GPS_TEXT
        exif[0x013B] = AUTHOR
        exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 1.0)})
    result = BytesIO()
    remark = {"comment": AUTHOR.encode()} if form == "JPEG" else {}
    Image.effect_noise(size, 60).convert("RGB").save(result, form, exif=exif, **remark)
    return result.getvalue()


def huge_png(side=20_000) -> bytes:
    """A picture of 400 million points in a few kilobytes."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def archive(parts: dict[str, bytes], *, first: str | None = None) -> bytes:
    result = BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return result.getvalue()


RELS = (
    b'<?xml version="1.0"?><Relationships xmlns="x"><Relationship Id="1" Type="http://x/thumbnail" '
    b'Target="docProps/thumbnail.jpeg"/><Relationship Id="2" Type="http://x/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)


def docx(**more: bytes) -> bytes:
    parts = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": RELS,
        "word/document.xml": f'<w:document><w:ins w:author="{AUTHOR}">Hallo</w:ins></w:document>'.encode(),
        "word/media/image1.jpeg": photo(),
        "word/media/image2.png": photo("PNG"),
        "docProps/core.xml": f"<cp:x><dc:creator>{AUTHOR}</dc:creator></cp:x>".encode(),
        "docProps/app.xml": f"<Properties><Company>{AUTHOR} BV</Company></Properties>".encode(),
        "docProps/thumbnail.jpeg": photo(),
    }
    return archive(parts | {name.replace("__", "/"): content for name, content in more.items()})


def docx_with(name: str, content: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>", name: content})


def odt() -> bytes:
    return archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:text><dc:creator>{AUTHOR}</dc:creator>Hallo</office:text>".encode(),
            "meta.xml": f"<office:meta><dc:creator>{AUTHOR}</dc:creator></office:meta>".encode(),
            "Pictures/1.jpg": photo(),
            "Thumbnails/thumbnail.png": photo("PNG"),
        }
    )


def xlsx() -> bytes:
    return archive(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            "xl/comments1.xml": f"<comments><authors><author>{AUTHOR}</author></authors></comments>".encode(),
            "xl/persons/person.xml": f'<person displayName="{AUTHOR}" id="1" userId="p@x"/>'.encode(),
            "docProps/core.xml": f"<x><dc:creator>{AUTHOR}</dc:creator></x>".encode(),
        }
    )


def zip_bomb() -> bytes:
    return docx_with("word/media/leeg.bin", b"\0" * 90_000_000)


def many_entries() -> bytes:
    return archive({"word/document.xml": b"<w:document/>"} | {f"word/{n}.xml": b"" for n in range(2_100)})


def lying_sizes() -> bytes:
    """An archive whose directory says that a part is small, while it unpacks to much more."""
    content = bytearray(docx_with("word/groot.bin", bytes(5_000_000) + random.Random(1).randbytes(60_000)))
    real = struct.pack("<I", 5_060_000)
    return bytes(content).replace(real, struct.pack("<I", 100))


def link_entry() -> bytes:
    result = BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        file.writestr("word/document.xml", b"<w:document/>")
        entry = zipfile.ZipInfo("word/link")
        entry.external_attr = 0o120777 << 16
        file.writestr(entry, "/etc/passwd")
    return result.getvalue()


def pdf(*, script=True) -> bytes:
    file = pikepdf.new()
    page = file.add_blank_page(page_size=(200, 200))
    look = {"Width": 48, "Height": 64, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceRGB}
    kind = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Filter": pikepdf.Name.DCTDecode}
    image = pikepdf.Stream(file, photo(), **look, **kind)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
    file.docinfo["/Author"] = AUTHOR
    with file.open_metadata() as metadata:
        metadata["dc:creator"] = [AUTHOR]
    if script:
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('hoi')")
        file.Root.OpenAction = act
        file.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=pikepdf.Array(["x", act])))
        launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
        page.Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=launch
                ),
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T=AUTHOR
                ),
            ]
        )
        file.attachments["geheim.exe"] = b"MZ" + b"\0" * 50
    result = BytesIO()
    file.save(result)
    return result.getvalue()


def locked_pdf() -> bytes:
    file = pikepdf.new()
    file.add_blank_page()
    result = BytesIO()
    file.save(result, encryption=pikepdf.Encryption(owner="a", user="b"))
    return result.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
EXTERNAL = (
    b'<Relationships><Relationship Id="1" Type="http://x/attachedTemplate" '
    b'Target="http://evil.test/a.dotm" TargetMode="External"/></Relationships>'
)
DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def refused() -> dict[str, tuple[bytes, str]]:
    return {
        "tekening.svg": (SVG, "active"),
        "pagina.html": (HTML, "active"),
        "script.js": (b"alert(1)", "active"),
        "foto.png": (SVG, "active"),
        "verslag.txt": (HTML, "active"),
        "verslag2.txt": (b"ok\x00nul", "content"),
        "programma.exe": (b"MZ\x90\x00", "active"),
        "geen-extensie": (b"hallo", "kind"),
        "film.mp4": (b"\x00\x00\x00 ftypisom", "kind"),
        "foto.heic": (b"\x00\x00\x00\x18ftypheic", "heic"),
        "foto.jpg": (b"\x00\x00\x00\x18ftypheic0000", "heic"),
        "leeg.pdf": (b"", "empty"),
        "zwaar.pdf": (b"%PDF-" + b"0" * 20_000_001, "size"),
        "pdf.jpg": (pdf(), "content"),
        "jpg.pdf": (photo(), "content"),
        "kapot.jpg": (photo()[:200], "unreadable"),
        "kapot.pdf": (b"%PDF-1.7\nniets", "unreadable"),
        "slot.pdf": (locked_pdf(), "password"),
        "punten.png": (huge_png(), "pixels"),
        "bom.docx": (zip_bomb(), "unpacked"),
        "veel.docx": (many_entries(), "unpacked"),
        "liegt.docx": (lying_sizes(), "unreadable"),
        "pad.docx": (docx_with("../../etc/passwd", b"x"), "unpacked"),
        "schijf.docx": (docx_with("C:/x.xml", b"x"), "unpacked"),
        "link.docx": (link_entry(), "unpacked"),
        "macro.docx": (docx_with("word/vbaProject.bin", b"x"), "macros"),
        "sjabloon.docx": (docx_with("word/_rels/settings.xml.rels", EXTERNAL), "macros"),
        "entiteit.docx": (docx_with("word/comments.xml", DTD), "unreadable"),
        "utf16.docx": (docx_with("word/comments.xml", "<x/>".encode("utf-16")), "unreadable"),
        "zip.docx": (archive({"a.txt": b"x"}), "content"),
        "geen-zip.docx": (b"PK\x03\x04rommel", "unreadable"),
        "blad.odt": (docx(), "content"),
    }
