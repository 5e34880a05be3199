"""Read the pictures of a school, and where its own lessons use them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from content.keuzedeel import Keuzedeel
from content.picture import Picture
from course.offering.documents import OwnText
from course.offering.figures import Known, course_drawings, names_in, with_figures
from course.offering.models import OwnDocument, OwnPicture, OwnVersion
from foundation.database import db


@dataclass(frozen=True)
class Use:
    """An own document that names a picture: in the text as it is written now, or in a version."""

    document: OwnDocument
    versions: int


def figures_among(pictures: Iterable[OwnPicture], catalogued: Keuzedeel) -> Known:
    """Give everything that an own text can name: drawings of the course, pictures of the school."""
    drawings = {each.drawing.name: each.drawing for each in course_drawings(catalogued)}
    return {**drawings, **{each.src: as_content(each) for each in pictures}}


def with_their_figures(documents: Iterable[OwnText], school_id: UUID, catalogued: Keuzedeel) -> list[OwnText]:
    """Give own documents with what their texts show; one statement when one of them names a picture."""
    read = list(documents)
    named = {name for each in read for name in names_in(each)}
    asked = any(not name.endswith(".svg") for name in named)
    pictures = pictures_of(school_id, catalogued.slug) if asked else ()
    known = figures_among(pictures, catalogued) if named else {}
    return [with_figures(each, known) for each in read]


def pictures_of(school_id: UUID, slug: str) -> Sequence[OwnPicture]:
    """Give every picture of a school for a keuzedeel, newest first, also those that are out of the list."""
    found = _pictures(school_id, slug).order_by(OwnPicture.added_at.desc(), OwnPicture.id.desc())
    return db.session.scalars(found).all()


def picture_of(school_id: UUID, slug: str, picture_id: UUID) -> OwnPicture | None:
    """Give one picture."""
    return db.session.scalars(_pictures(school_id, slug).where(OwnPicture.id == picture_id)).one_or_none()


def picture_at(school_id: UUID, sha256: str) -> OwnPicture | None:
    """Give the picture of a school with this content, in any of its courses."""
    found = sa.select(OwnPicture).where(OwnPicture.school_id == school_id, OwnPicture.sha256 == sha256)
    return db.session.scalars(found.limit(1)).one_or_none()


def same_picture(pictures: Sequence[OwnPicture], *hashes: str) -> OwnPicture | None:
    """Give the picture with one of these contents, as it came in or as it was kept."""
    return next((each for each in pictures if {each.sha256, each.came_as} & set(hashes)), None)


def uses_of(picture: OwnPicture) -> list[Use]:
    """Give the own documents that name a picture."""
    named = f'src="{picture.src}"'
    versions = (
        sa.select(sa.func.count())
        .where(OwnVersion.document_id == OwnDocument.id, OwnVersion.text.contains(named, autoescape=True))
        .scalar_subquery()
    )
    found = (
        sa.select(OwnDocument, versions)
        .where(OwnDocument.school_id == picture.school_id, OwnDocument.keuzedeel == picture.keuzedeel)
        .where(sa.or_(OwnDocument.body.contains(named, autoescape=True), versions > 0))
        .order_by(OwnDocument.number)
    )
    return [Use(document, number) for document, number in db.session.execute(found)]


def as_content(picture: OwnPicture) -> Picture:
    """Give a picture as a lesson knows it."""
    return Picture(picture.src, picture.title, picture.sha256, picture.width, picture.height)


def _pictures(school_id: UUID, slug: str) -> sa.Select[OwnPicture]:
    return sa.select(OwnPicture).where(OwnPicture.school_id == school_id, OwnPicture.keuzedeel == slug)
