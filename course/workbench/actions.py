"""Make, save, order and remove items of work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified

from content.work_form import Piece, WorkSection
from course.workbench.acts import ITEM_REMOVED
from course.workbench.errors import TooMany
from course.workbench.forms import Links
from course.workbench.models import WorkItem, WorkLink
from course.workbench.queries import Work
from enrolment.models import Enrolment
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.errors import ChangedMeanwhile

MOST_ITEMS = 150


def add_item(
    enrolment: Enrolment, work: Work, *, piece: Piece, section: WorkSection, values: Mapping[str, Any]
) -> WorkItem:
    """Put a new item at the end of a section."""
    others = work.of(piece, section)
    if len(others) >= MOST_ITEMS:
        raise TooMany()
    item = WorkItem(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        piece=piece.key,
        section=section.key,
        position=max((other.position for other in others), default=0) + 1,
        values=dict(values),
        created_at=now(),
        updated_at=now(),
        links=[],
    )
    db.session.add(item)
    db.session.flush()
    return item


def save_item(item: WorkItem, *, version: int, values: Mapping[str, Any], links: Links, theirs: Any) -> None:
    """Keep answers and connections; raise ChangedMeanwhile when somebody saved after this version."""
    if item.version != version:
        raise ChangedMeanwhile(version=item.version, theirs=theirs)
    connected = {(link.field, link.target_id): link.certainty for link in item.links}
    if dict(values) == item.values and dict(links) == connected:
        return
    item.values = dict(values)
    item.updated_at = now()
    flag_modified(item, "values")
    _connect(item, links)
    db.session.flush()


def move_item(work: Work, item: WorkItem, *, up: bool) -> None:
    """Let an item change places with the one above or below it."""
    row = work.of(*work.section_of(item))
    here = row.index(item)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(row):
        return
    row[here], row[there] = row[there], row[here]
    for position, each in enumerate(row, 1):
        each.position = position


def remove_item(work: Work, item: WorkItem, *, actor_id: UUID) -> None:
    """Throw an item away, with its connections; whoever has a connected item open elsewhere is told."""
    for other, _link in work.links_to(item):
        flag_modified(other, "values")
    record(ITEM_REMOVED, item, actor_id=actor_id, piece=item.piece, section=item.section)
    db.session.flush()
    db.session.delete(item)


def _connect(item: WorkItem, links: Links) -> None:
    for link in list(item.links):
        if (link.field, link.target_id) not in links:
            item.links.remove(link)
    there = {(link.field, link.target_id): link for link in item.links}
    for (field, target_id), certainty in links.items():
        if (field, target_id) in there:
            there[field, target_id].certainty = certainty
        else:
            item.links.append(
                WorkLink(school_id=item.school_id, field=field, target_id=target_id, certainty=certainty)
            )
