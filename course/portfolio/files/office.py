"""Word, Excel and OpenDocument without makers, programs and things from elsewhere. Pure."""

from __future__ import annotations

import re

from course.portfolio.files.archives import names_in, rewritten
from course.portfolio.files.errors import Active, Macros, OtherContent, Unreadable
from course.portfolio.files.pictures import without_metadata

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = b"http://schemas.openxmlformats.org/"
CORE, SHOWN, OWN = (
    b"package/2006/metadata/core-properties",
    b"officeDocument/2006/extended-properties",
    b"officeDocument/2006/custom-properties",
)
EMPTY_PARTS = {
    "docProps/core.xml": HEAD + b'<cp:coreProperties xmlns:cp="' + OFFICE + CORE + b'"/>',
    "docProps/app.xml": HEAD + b'<Properties xmlns="' + OFFICE + SHOWN + b'"/>',
    "docProps/custom.xml": HEAD + b'<Properties xmlns="' + OFFICE + OWN + b'"/>',
    "meta.xml": HEAD
    + b'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:version="1.3"><office:meta/></office:document-meta>',
}
PROGRAMS = re.compile(
    r"(^|/)(vbaProject\w*\.bin|activeX|Basic|Scripts|macrosheets|externalLinks|embeddings)(/|$)", re.I
)
THUMBNAILS = re.compile(r"^(docProps/thumbnail\.|Thumbnails/)", re.I)
MENTIONS_THUMBNAIL = re.compile(rb"<(?:Relationship|manifest:file-entry)\b[^>]*thumbnail[^>]*/>", re.I)
FROM_ELSEWHERE = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode=[\"']External)(?![^>]*/hyperlink[\"'])[^>]*>", re.I
)
MAKERS = (
    (re.compile(rb'((?:w|w15|p15):(?:author|initials|userId|providerId)=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(<person\b[^>]*?displayName=)"[^"]*"'), rb'\1""'),
    (re.compile(rb'(\buserId=)"[^"]*"'), rb'\1""'),
    (re.compile(rb"<author>[^<]*</author>"), rb"<author/>"),
    (re.compile(rb"<(dc:creator|meta:initial-creator|meta:creator-initials)>[^<]*</\1>"), rb"<\1/>"),
)
MARKERS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "odt": "content.xml"}


def clean_office(content: bytes, extension: str) -> bytes:
    """Write a document anew without makers, thumbnail and metadata of its pictures; refuse programs in it."""
    names = names_in(content)
    if MARKERS[extension] not in names:
        raise OtherContent()
    if any(PROGRAMS.search(name) for name in names):
        raise Macros()
    return rewritten(content, _clean)


def _clean(name: str, part: bytes) -> bytes | None:
    if name in EMPTY_PARTS:
        return EMPTY_PARTS[name]
    if THUMBNAILS.match(name):
        return None
    if name.lower().endswith((".xml", ".rels", ".rdf")):
        return _clean_xml(part)
    if name.lower().endswith((".svg", ".html", ".htm", ".js")):
        raise Active()
    return without_metadata(part)


def _clean_xml(part: bytes) -> bytes:
    if b"\x00" in part[:200] or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Unreadable()
    if FROM_ELSEWHERE.search(part) or b"<script:event-listener" in part:
        raise Macros()
    part = MENTIONS_THUMBNAIL.sub(b"", part)
    for pattern, nothing in MAKERS:
        part = pattern.sub(nothing, part)
    return part
