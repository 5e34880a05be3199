"""Read the work of one enrolment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from content.errors import UnknownContent
from content.keuzedeel import Keuzedeel
from content.work_form import Piece, WorkSection
from course.workbench.models import WorkItem, WorkLink
from course.workbench.reading import Progress, name_of, progress
from enrolment.models import Enrolment
from foundation.database import db
from foundation.errors import Unknown


class Work:
    """The items of an enrolment in some pieces, in order, with their connections."""

    def __init__(self, keuzedeel: Keuzedeel, items: Iterable[WorkItem]) -> None:
        self.keuzedeel = keuzedeel
        self.items = list(items)
        self.by_id: Mapping[UUID, WorkItem] = {item.id: item for item in self.items}

    def of(self, piece: Piece, section: WorkSection) -> list[WorkItem]:
        """Give the items of a section, in order."""
        return [item for item in self.items if item.piece == piece.key and item.section == section.key]

    def name(self, item: WorkItem) -> str:
        """Give the name of an item."""
        return name_of(self.section_of(item)[1], item.values)

    def section_of(self, item: WorkItem) -> tuple[Piece, WorkSection]:
        """Give where an item belongs."""
        piece = self.keuzedeel.work.piece_by_key(item.piece)
        return piece, piece.section(item.section)

    def progress(self, piece: Piece, section: WorkSection) -> Progress:
        """Count what a section holds against what it asks."""
        return progress(section, self.of(piece, section))

    def links_to(self, item: WorkItem) -> list[tuple[WorkItem, WorkLink]]:
        """Give the connections that arrive at an item, each with where it comes from."""
        return [(other, link) for other in self.items for link in other.links if link.target_id == item.id]


def next_section(
    enrolment: Enrolment, keuzedeel: Keuzedeel, piece: Piece
) -> tuple[WorkSection, Progress] | None:
    """Give the first section of a piece that is not ready, and how far it is."""
    work = work_of(enrolment, keuzedeel, piece)
    found = ((section, work.progress(piece, section)) for section in piece.sections)
    return next((each for each in found if not each[1].done), None)


def work_of(enrolment: Enrolment, keuzedeel: Keuzedeel, *pieces: Piece) -> Work:
    """Give the work in these pieces (or all) and in those they point at. One statement."""
    named = pieces or keuzedeel.work.pieces
    wanted = {each.key for piece in named for each in (piece, *_pointed_at(keuzedeel, piece))}
    asked = {"school": enrolment.school_id, "enrolment": enrolment.id, "pieces": sorted(wanted)}
    return Work(keuzedeel, _known(keuzedeel, db.session.scalars(_items(), asked).unique()))


@cache
def _items() -> sa.Select[WorkItem]:
    """Build it once: to build it takes longer than to run it."""
    return (
        sa.select(WorkItem)
        .where(
            WorkItem.school_id == sa.bindparam("school"),
            WorkItem.enrolment_id == sa.bindparam("enrolment"),
            WorkItem.piece.in_(sa.bindparam("pieces", expanding=True)),
        )
        .options(joinedload(WorkItem.links))
        .order_by(WorkItem.piece, WorkItem.section, WorkItem.position, WorkItem.id)
    )


def piece_by_key(keuzedeel: Keuzedeel, key: str) -> Piece:
    """Find a piece by the key in an address, or answer that there is none."""
    try:
        return keuzedeel.work.piece_by_key(key)
    except UnknownContent as missing:
        raise Unknown() from missing


def section_by_key(piece: Piece, key: str) -> WorkSection:
    """Find a section by the key in an address, or answer that there is none."""
    try:
        return piece.section(key)
    except UnknownContent as missing:
        raise Unknown() from missing


def _pointed_at(keuzedeel: Keuzedeel, piece: Piece) -> Iterable[Piece]:
    fields = (field for section in piece.sections for field in section.fields if field.type == "links")
    return (keuzedeel.work.target(piece, field)[0] for field in fields)


def _known(keuzedeel: Keuzedeel, items: Iterable[WorkItem]) -> Iterable[WorkItem]:
    """Leave out what an older version of the content asked and this one does not."""
    places = {(piece.key, section.key) for piece in keuzedeel.work.pieces for section in piece.sections}
    return (item for item in items if (item.piece, item.section) in places)
