"""PDFs without makers, programs and attachments. Pure."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf

from course.portfolio.files.errors import Bomb, Protected, Unreadable
from course.portfolio.files.pictures import without_metadata

MOST_OBJECTS = 200_000
CUT = (
    "/AA", "/AF", "/EF", "/EmbeddedFiles", "/JavaScript", "/JS", "/Metadata", "/OpenAction", "/PieceInfo",
    "/RichMediaContent", "/XFA",
)  # fmt: skip
ACTS = frozenset(
    [
        "/JavaScript",
        "/Launch",
        "/ImportData",
        "/SubmitForm",
        "/ResetForm",
        "/Rendition",
        "/GoToE",
        "/GoToR",
        "/RichMediaExecute",
        "/Movie",
    ]
)
NAMED_THINGS = frozenset({"/Font", "/XObject", "/ExtGState", "/Pattern"})
ATTACHMENTS = frozenset({"/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/Sound", "/3D"})


def clean_pdf(content: bytes) -> bytes:
    """Write a PDF anew without metadata, programs, actions and attached files."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return _written(pdf)
    except pikepdf.PasswordError as locked:
        raise Protected() from locked
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as fault:
        raise Unreadable() from fault


def _written(pdf: pikepdf.Pdf) -> bytes:
    if pdf.is_encrypted:
        raise Protected()
    if len(pdf.objects) > MOST_OBJECTS:
        raise Bomb()
    for each in pdf.objects:
        _clean(each)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    result = BytesIO()
    pdf.save(result, fix_metadata_version=False, deterministic_id=True)
    return result.getvalue()


def _clean(thing: Any, depth: int = 0) -> None:
    """Clean an object and what stands inside it; what it refers to is visited by itself."""
    if depth > 50:
        raise Unreadable()
    if isinstance(thing, pikepdf.Array):
        for each in thing:
            _inside(each, depth)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        _clean_keys(thing)
        if isinstance(thing, pikepdf.Stream):
            _clean_picture(thing)
        for key in list(thing.keys()):
            _inside(thing[key], depth)


def _inside(thing: Any, depth: int) -> None:
    if isinstance(thing, pikepdf.Object) and not thing.is_indirect:
        _clean(thing, depth + 1)


def _clean_keys(thing: Any) -> None:
    for key in CUT:
        if key in thing and not _is_named_thing(thing[key]):
            del thing[key]
    if str(thing.get("/S", "")) in ACTS:
        for key in ("/S", "/F", "/Win", "/URI", "/Next"):
            if key in thing:
                del thing[key]
    if "/Subtype" in thing and "/Rect" in thing:
        _clean_annotation(thing)


def _clean_annotation(note: Any) -> None:
    subtype = str(note.get("/Subtype", ""))
    if subtype in ATTACHMENTS:
        for key in ("/FS", "/A", "/Sound", "/Movie", "/RichMediaSettings"):
            if key in note:
                del note[key]
    if subtype != "/Widget" and "/T" in note:  # who wrote a remark
        del note["/T"]


def _clean_picture(stream: Any) -> None:
    if str(stream.get("/Filter", "")) == "/DCTDecode":
        raw = stream.read_raw_bytes()
        cleaned = without_metadata(raw)
        if cleaned != raw:
            stream.write(cleaned, filter=pikepdf.Name.DCTDecode, decode_parms=stream.get("/DecodeParms"))


def _is_named_thing(value: Any) -> bool:
    """A font may be called /AA in a list of resources."""
    is_record = isinstance(value, pikepdf.Dictionary | pikepdf.Stream)
    return is_record and str(value.get("/Type", "")) in NAMED_THINGS
