"""The pictures in a course file: checked like an upload, and under names that are free at this school."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from flask import current_app

from course.offering.course_faults import Fault
from course.offering.course_file import INDEX, CourseFile
from course.offering.errors import TooManyPictures
from course.offering.figures import name_for
from course.offering.models import OwnPicture
from course.offering.picture_actions import MOST_PICTURES
from course.offering.picture_queries import same_picture
from course.portfolio.uploads import CleanPicture, FileRefused, check_picture


def picture_faults(file: CourseFile) -> Iterator[Fault]:
    """Name every picture that would be refused as an upload; nothing is decoded of more than can be kept."""
    if len(file.index.pictures) > MOST_PICTURES:
        yield Fault(INDEX, str(TooManyPictures.message))
        return
    for each in file.index.pictures:
        try:
            clean_picture(file, each.name)
        except FileRefused as refused:
            yield Fault(each.file, refused.text)


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


def clean_picture(file: CourseFile, name: str) -> CleanPicture:
    """Give a picture as it may be kept; raise FileRefused when it may not."""
    most = current_app.extensions["settings"].upload_megabytes
    return check_picture(name, file.pictures[name], most_megabytes=most)
