"""What the page of drawings and pictures shows, and the same list beside the text of a lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import current_app, url_for

from course.offering import queries
from course.offering.desk import Desk
from course.offering.figures import component, course_drawings
from course.offering.models import OwnDocument, OwnPicture
from course.offering.picture_forms import PictureForm


@dataclass(frozen=True)
class ShownPicture:
    """A picture to choose: where it is, what it is called, and what a text says to show it."""

    name: str
    title: str
    address: str
    width: int
    height: int
    component: str
    row: OwnPicture | None = None


def own_pictures(desk: Desk) -> list[ShownPicture]:
    """Give the pictures of the school that can be chosen."""
    return [_own(each) for each in desk.pictures if each.is_offered]


def put_away(desk: Desk) -> list[OwnPicture]:
    """Give the pictures that were taken out of the list while a text named them."""
    return [each for each in desk.pictures if not each.is_offered]


def drawings(desk: Desk) -> list[ShownPicture]:
    """Give the drawings of the course."""
    return [
        ShownPicture(
            name=each.drawing.name,
            title=each.drawing.title,
            address=url_for("drawings.show", sha256=each.drawing.sha256),
            width=each.drawing.width,
            height=each.drawing.height,
            component=each.component,
        )
        for each in course_drawings(desk.catalogued)
    ]


def pictures_page(desk: Desk, form: PictureForm, document: OwnDocument | None) -> dict[str, Any]:
    """Give the context of the page; `document` is the text that somebody comes from."""
    return {
        "desk": desk,
        "form": form,
        "document": document,
        "pictures": own_pictures(desk),
        "put_away": put_away(desk),
        "drawings": drawings(desk),
        "most_megabytes": current_app.extensions["settings"].upload_megabytes,
    }


def asked_document(desk: Desk, asked: str) -> OwnDocument | None:
    """Give the own document of an address; anything else is nothing."""
    try:
        found = queries.document_of(desk.school_id, UUID(asked))
    except ValueError:
        return None
    return found if found and found.keuzedeel == desk.catalogued.slug else None


def _own(picture: OwnPicture) -> ShownPicture:
    return ShownPicture(
        name=picture.src,
        title=picture.title,
        address=url_for("pictures.show", sha256=picture.sha256, extension=picture.src.rpartition(".")[2]),
        width=picture.width,
        height=picture.height,
        component=component(picture.src, caption=picture.title),
        row=picture,
    )
