"""What the pages of a piece show, ready for the templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import current_app, url_for

from content.keuzedeel import Keuzedeel
from content.qualification import WorkProcess
from content.work_form import Piece, WorkSection
from course.workbench.connections import STYLES
from course.workbench.models import WorkItem
from course.workbench.queries import Work
from course.workbench.reading import Progress, empty_fields, highlights


@dataclass(frozen=True)
class ItemView:
    """An item in a list: its name, some answers, what it rests on, what is still empty."""

    item: WorkItem
    name: str
    words: Sequence[str]
    links: Sequence[tuple[str, str]]
    empty: int
    criteria: Sequence[str]

    @property
    def id(self) -> UUID:
        """Give the id of the item."""
        return self.item.id


@dataclass(frozen=True)
class SectionView:
    """A section with its items."""

    section: WorkSection
    url: str
    items: Sequence[ItemView]
    progress: Progress


@dataclass(frozen=True)
class PieceView:
    """A piece with its sections; `locked` says why it cannot be changed."""

    piece: Piece
    process: WorkProcess
    sections: Sequence[SectionView]
    locked: str | None = None

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Give the steps of the piece for the `steps` macro."""
        return [
            {"url": each.url, "label": each.section.title, "done": each.progress.done, "current": False}
            for each in self.sections
        ]

    @property
    def next_step(self) -> SectionView | None:
        """Give the first section that is not ready."""
        return next((each for each in self.sections if not each.progress.done), None)

    def section(self, key: str) -> SectionView:
        """Give the view of one section."""
        return next(each for each in self.sections if each.section.key == key)

    def after(self, key: str) -> SectionView | None:
        """Give the section that follows this one, if any."""
        keys = [each.section.key for each in self.sections]
        return next(iter(self.sections[keys.index(key) + 1 :]), None)


def piece_view(
    piece: Piece, work: Work, criteria: Mapping[UUID, Sequence[str]], *, locked: str | None
) -> PieceView:
    """Put a piece together for its pages; `criteria` says which items serve which criteria."""
    sections = tuple(_section(piece, section, work, criteria) for section in piece.sections)
    return PieceView(piece, work.keuzedeel.work_process(piece.work_process), sections, locked)


def item_view(item: WorkItem, work: Work, criteria: Sequence[str] = ()) -> ItemView:
    """Put one item together for a list."""
    _piece, section = work.section_of(item)
    return ItemView(
        item,
        work.name(item),
        highlights(section, item.values),
        [
            (work.name(work.by_id[link.target_id]), STYLES[link.certainty])
            for link in item.links
            if link.target_id in work.by_id
        ],
        len(empty_fields(section, item)),
        criteria,
    )


def hand_in_url(piece: Piece) -> str | None:
    """Give where this work is handed in, when that room is there."""
    if "submissions.preview" not in current_app.view_functions:
        return None
    return url_for("submissions.preview", work_process=piece.work_process)


def process_number(keuzedeel: Keuzedeel, piece: Piece) -> int:
    """Give the number of the work process of a piece, for its sign."""
    return keuzedeel.work_process(piece.work_process).number


def _section(
    piece: Piece, section: WorkSection, work: Work, criteria: Mapping[UUID, Sequence[str]]
) -> SectionView:
    items = [item_view(item, work, criteria.get(item.id, ())) for item in work.of(piece, section)]
    url = url_for("workbench.section", piece=piece.key, section=section.key)
    return SectionView(section, url, items, work.progress(piece, section))
