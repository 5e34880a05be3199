"""What a student has on the table: the own enrolment, its keuzedeel, the work, and what is locked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask import request

from accounts.policy.actor import actor
from accounts.policy.guard import allow
from content.keuzedeel import Keuzedeel
from content.work_form import Piece, WorkSection
from course.workbench.locks import Locks, why_locked
from course.workbench.models import WorkItem
from course.workbench.policy import WORK
from course.workbench.queries import Work, piece_by_key, section_by_key, work_of
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from enrolment.queries import own_enrolment
from foundation.errors import Unknown


@dataclass(frozen=True)
class Desk:
    """The own enrolment with everything that pages and saves need to know about it."""

    enrolment: Enrolment
    keuzedeel: Keuzedeel
    locks: Locks

    def work(self, *pieces: Piece) -> Work:
        """Give the work in these pieces, or all of it. One statement."""
        return work_of(self.enrolment, self.keuzedeel, *pieces)

    def piece(self, key: str) -> Piece:
        """Give the piece with this key; Unknown when there is none."""
        return piece_by_key(self.keuzedeel, key)

    def locked(self, piece: Piece) -> str | None:
        """Give why this piece cannot be changed, or None."""
        return self.locks.of(piece.work_process)


@dataclass(frozen=True)
class Opened:
    """One item of the own work, with its place."""

    desk: Desk
    work: Work
    item: WorkItem
    piece: Piece
    section: WorkSection


def own_desk() -> Desk:
    """Give the desk of the actor; somebody without an enrolment has none. A request that writes locks it."""
    enrolment = allow(WORK, own_enrolment(actor(), for_writing=request.method == "POST"))
    return Desk(enrolment, keuzedeel(enrolment.cohort.keuzedeel), why_locked(enrolment))


def own_item(item_id: UUID, *, of_list: bool = False) -> Opened:
    """Open one item of the own work; Unknown when it is not there, not of this student, or not in a list."""
    desk = own_desk()
    work = desk.work()
    item = work.by_id.get(item_id)
    if item is None:
        raise Unknown()
    piece, section = work.section_of(item)
    if of_list and section.kind != "list":
        raise Unknown()
    return Opened(desk, work, item, piece, section)


def own_section(piece_key: str, section_key: str) -> tuple[Desk, Piece, WorkSection]:
    """Open one section of the own work."""
    desk = own_desk()
    piece = desk.piece(piece_key)
    return desk, piece, section_by_key(piece, section_key)
