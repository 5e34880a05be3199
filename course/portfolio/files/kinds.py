"""The kinds of files that are accepted: by extension and by content, both. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from course.portfolio.files.errors import Active, Heic, NotOnTheList, OtherContent

ACTIVE = frozenset({
    "svg", "svgz", "htm", "html", "xhtml", "xht", "mht", "mhtml", "xml", "js", "mjs", "exe", "msi", "bat",
    "cmd", "com", "scr", "ps1", "sh", "vbs", "jar", "apk", "app", "php", "py", "hta", "lnk", "docm", "xlsm",
    "dotm", "xltm", "pptm",
})  # fmt: skip
ACTIVE_STARTS = (
    b"<!doctype",
    b"<html",
    b"<svg",
    b"<?xml",
    b"<script",
    b"<?php",
    b"#!",
    b"mz\x90",
    b"\x7felf",
)


@dataclass(frozen=True)
class Kind:
    """A kind of file: its extensions, the content type we give it, how its bytes begin, how it is cleaned."""

    name: str
    extensions: tuple[str, ...]
    content_type: str
    starts: tuple[bytes, ...]
    cleaned_as: str

    @property
    def extension(self) -> str:
        """Give the extension under which it is downloaded."""
        return self.extensions[0]


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = (
    Kind("PDF", ("pdf",), "application/pdf", (b"%PDF-",), "pdf"),
    Kind("JPEG", ("jpg", "jpeg"), "image/jpeg", (b"\xff\xd8\xff",), "photo"),
    Kind("PNG", ("png",), "image/png", (b"\x89PNG\r\n\x1a\n",), "photo"),
    Kind("WEBP", ("webp",), "image/webp", (b"RIFF",), "photo"),
    Kind("Word", ("docx",), WORD, (b"PK\x03\x04",), "office"),
    Kind("Excel", ("xlsx",), EXCEL, (b"PK\x03\x04",), "office"),
    Kind("ODT", ("odt",), "application/vnd.oasis.opendocument.text", (b"PK\x03\x04",), "odt"),
    Kind("Tekst", ("txt",), "text/plain", (), "text"),
)
BY_EXTENSION = {extension: kind for kind in KINDS for extension in kind.extensions}
BY_TYPE = {kind.content_type: kind for kind in KINDS}


def kind_of(extension: str, content: bytes) -> Kind:
    """Give the kind of a file when extension and content agree; refuse anything else."""
    if extension in {"heic", "heif"} or content[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"}:
        raise Heic()
    if extension in ACTIVE:
        raise Active()
    kind = BY_EXTENSION.get(extension)
    if kind is None:
        raise NotOnTheList()
    if kind.starts and not content.startswith(kind.starts):
        raise Active() if looks_active(content) else OtherContent()
    if not kind.starts and looks_active(content):
        raise Active()
    return kind


def looks_active(content: bytes) -> bool:
    """Tell whether bytes begin like a page, a drawing or a program."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n\x0c").lower().startswith(ACTIVE_STARTS)
