"""Check and clean what somebody uploads. Pure: nothing is kept here, so a refusal leaves nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from course.portfolio.files.errors import Active, Empty, FileRefused, NotAPicture, NotOnTheList, TooBig
from course.portfolio.files.kinds import Kind, kind_of
from course.portfolio.files.names import split_name
from course.portfolio.files.office import clean_office
from course.portfolio.files.texts import clean_text

MEGABYTE = 1_000_000

__all__ = ["CleanPicture", "FileRefused", "Upload", "check", "check_picture"]


@dataclass(frozen=True)
class Upload:
    """A file that may be kept: its title, clean content, and the content type that we give it."""

    title: str
    content: bytes
    content_type: str


@dataclass(frozen=True)
class CleanPicture:
    """A picture that may stand in a lesson; `came_as` is the hash of the bytes that were sent."""

    content: bytes
    content_type: str
    width: int
    height: int
    came_as: str


def check(name: str, content: bytes, *, most_megabytes: int) -> Upload:
    """Give the clean file, or raise FileRefused with the reason."""
    title, kind = _accepted(name, content, most_megabytes)
    return Upload(title, CLEANERS[kind.cleaned_as](content, kind), kind.content_type)


def check_picture(name: str, content: bytes, *, most_megabytes: int) -> CleanPicture:
    """Give the clean picture for a lesson, or raise FileRefused; anything but a photo is refused."""
    from course.portfolio.files.photos import LESSON_SIDE, clean_photo, size_of  # here, as below

    try:
        _title, kind = _accepted(name, content, most_megabytes)
    except (Active, NotOnTheList) as refused:
        raise NotAPicture() from refused
    if kind.cleaned_as != "photo":
        raise NotAPicture()
    cleaned = clean_photo(content, kind.name, longest=LESSON_SIDE)
    came_as = hashlib.sha256(content).hexdigest()
    return CleanPicture(cleaned, kind.content_type, *size_of(cleaned), came_as)


def _accepted(name: str, content: bytes, most_megabytes: int) -> tuple[str, Kind]:
    if not content:
        raise Empty()
    if len(content) > most_megabytes * MEGABYTE:
        raise TooBig(size=round(len(content) / MEGABYTE, 1), most=most_megabytes)
    title, extension = split_name(name)
    return title, kind_of(extension, content)


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
