"""The pictures in a course file: checked like an upload, and under names that are free at this school."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext as _

from course.offering.course_faults import Fault
from course.offering.course_file import INDEX, CourseFile, read_file
from course.offering.errors import TooManyPictures
from course.offering.figures import name_for
from course.offering.models import OwnPicture
from course.offering.picture_actions import MOST_PICTURES
from course.offering.picture_queries import same_picture
from course.portfolio.files.errors import Empty, OtherContent, Unreadable
from course.portfolio.uploads import CleanPicture, FileRefused, check_picture


@dataclass(frozen=True)
class Opened:
    """A course file with its pictures as they may be kept, and what is wrong with those that may not."""

    file: CourseFile
    clean: Mapping[str, CleanPicture]
    faults: Sequence[Fault]


def opened(content: bytes) -> Opened:
    """Read a course and clean its pictures; raise CourseFileRefused when it cannot be read.

    This takes long and needs no database. Nothing is decoded of more pictures than can be kept.
    """
    file = read_file(content)
    if len(file.index.pictures) > MOST_PICTURES:
        return Opened(file, {}, [Fault(INDEX, str(TooManyPictures.message))])
    clean, faults = {}, []
    for each in file.index.pictures:
        try:
            clean[each.name] = _clean_picture(file, each.name)
        except FileRefused as refused:
            faults.append(Fault(f"{each.title} ({each.file})", _why(refused)))
    return Opened(file, clean, faults)


def names_here(file: CourseFile, there: Sequence[OwnPicture]) -> dict[str, str]:
    """Give each picture of the file its name at this school: one that is there already keeps its own."""
    names: dict[str, str] = {}
    met: dict[str, str] = {}
    taken = {each.src for each in there}
    for each in file.index.pictures:
        digest = hashlib.sha256(file.pictures[each.name]).hexdigest()
        same = same_picture(there, digest)
        stem, _dot, extension = each.name.rpartition(".")
        free = each.name if each.name not in taken else name_for(stem, extension, taken)
        names[each.name] = met.setdefault(digest, same.src if same else free)
        taken.add(names[each.name])
    return names


def _why(refused: FileRefused) -> str:
    if isinstance(refused, OtherContent | Unreadable | Empty):
        return str(_(
            "Dit plaatje is beschadigd, of het is een ander soort bestand dan de naam zegt. "
            "Vraag de school om het opnieuw toe te voegen en de cursus opnieuw te downloaden."
        ))  # fmt: skip
    return refused.text


def _clean_picture(file: CourseFile, name: str) -> CleanPicture:
    most = current_app.extensions["settings"].upload_megabytes
    return check_picture(name, file.pictures[name], most_megabytes=most)
