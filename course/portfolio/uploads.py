"""Check and clean what somebody uploads. Pure: nothing is kept here, so a refusal leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from course.portfolio.files.errors import Empty, FileRefused, TooBig
from course.portfolio.files.kinds import Kind, kind_of
from course.portfolio.files.names import split_name
from course.portfolio.files.office import clean_office
from course.portfolio.files.texts import clean_text

MEGABYTE = 1_000_000

__all__ = ["FileRefused", "Upload", "check"]


@dataclass(frozen=True)
class Upload:
    """A file that may be kept: its title, clean content, and the content type that we give it."""

    title: str
    content: bytes
    content_type: str


def check(name: str, content: bytes, *, most_megabytes: int) -> Upload:
    """Give the clean file, or raise FileRefused with the reason."""
    if not content:
        raise Empty()
    if len(content) > most_megabytes * MEGABYTE:
        raise TooBig(size=round(len(content) / MEGABYTE, 1), most=most_megabytes)
    title, extension = split_name(name)
    kind = kind_of(extension, content)
    return Upload(title, CLEANERS[kind.cleaned_as](content, kind), kind.content_type)


def _clean_pdf(content: bytes) -> bytes:
    from course.portfolio.files.pdfs import clean_pdf  # here: its library is large and seldom needed

    return clean_pdf(content)


def _clean_photo(content: bytes, form: str) -> bytes:
    from course.portfolio.files.photos import clean_photo  # here, for the same reason

    return clean_photo(content, form)


CLEANERS: dict[str, Callable[[bytes, Kind], bytes]] = {
    "pdf": lambda content, kind: _clean_pdf(content),
    "photo": lambda content, kind: _clean_photo(content, kind.name),
    "office": lambda content, kind: clean_office(content, kind.extension),
    "odt": lambda content, kind: clean_office(content, "odt"),
    "text": lambda content, kind: clean_text(content),
}
