"""Read and check the log."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from foundation.audit.chain import FIELDS, link_hash
from foundation.audit.models import AuditChain, AuditEntry
from foundation.database import db


@dataclass(frozen=True)
class Break:
    """Where a chain is broken first, and how."""

    chain: str
    sequence: int
    why: str


def entries_about(school_id: UUID, subject_ids: list[UUID], limit: int = 200) -> list[AuditEntry]:
    """Give the entries of a school about these subjects, newest first."""
    found = (
        sa.select(AuditEntry)
        .where(AuditEntry.chain == str(school_id), AuditEntry.subject_id.in_(subject_ids))
        .order_by(AuditEntry.sequence.desc())
        .limit(limit)
    )
    return list(db.session.scalars(found))


@dataclass(frozen=True)
class Blind:
    """Acts that a reader may not see of others: those whose name begins so, unless the reader did them."""

    reader_id: UUID
    beginnings: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """Which entries to give: about one subject, of some acts or all but some, by whom, in which time."""

    about: UUID | None = None
    acts: Collection[str] | None = None
    but: Collection[str] = ()
    actors: sa.Select[UUID] | None = None
    since: datetime | None = None
    until: datetime | None = None


def page_of_school(
    school_id: UUID,
    *,
    wanted: Wanted = Wanted(),
    before: int | None = None,
    size: int = 50,
    blind: Blind | None = None,
) -> list[AuditEntry]:
    """Give one page of what is wanted of a school's log, newest first, below a sequence number."""
    conditions = _conditions(str(school_id), wanted)
    if blind is not None:
        hidden = sa.or_(*(AuditEntry.act.startswith(each) for each in blind.beginnings))
        conditions.append(sa.or_(~hidden, AuditEntry.actor_id == blind.reader_id))
    if before is not None:
        conditions.append(AuditEntry.sequence < before)
    if wanted.acts is not None:
        conditions = [AuditEntry.id.in_(_newest_of_each(wanted.acts, conditions, size))]
    found = sa.select(AuditEntry).where(*conditions)
    return list(db.session.scalars(found.order_by(AuditEntry.sequence.desc()).limit(size)))


def verify() -> list[Break]:
    """Check every chain from its first entry; give the first break of each broken chain."""
    keys = set(db.session.scalars(sa.select(AuditChain.key))) | set(
        db.session.scalars(sa.select(AuditEntry.chain).distinct())
    )
    return [found for key in sorted(keys) if (found := _first_break(key))]


def heads() -> list[AuditChain]:
    """Give the heads of all chains, to keep outside the system: a cut end then shows."""
    return list(db.session.scalars(sa.select(AuditChain).order_by(AuditChain.key)))


def _conditions(chain: str, wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    conditions = [AuditEntry.chain == chain]
    if wanted.about is not None:
        conditions.append(AuditEntry.subject_id == wanted.about)
    if wanted.but:
        conditions.append(AuditEntry.act.not_in(wanted.but))
    if wanted.actors is not None:
        conditions.append(AuditEntry.actor_id.in_(wanted.actors))
    if wanted.since is not None:
        conditions.append(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(AuditEntry.at < wanted.until)
    return conditions


def _newest_of_each(
    acts: Collection[str], conditions: Sequence[sa.ColumnElement[bool]], size: int
) -> sa.Select[UUID]:
    """A few of each act, by its index: an act that is rare is not looked for in all that happened."""
    parts = [
        sa.select(
            sa.select(AuditEntry.id)
            .where(*conditions, AuditEntry.act == act)
            .order_by(AuditEntry.sequence.desc())
            .limit(size)
            .subquery()
            .c.id
        )
        for act in sorted(acts)
    ]
    return sa.select(sa.union_all(*parts).subquery().c.id)


def _first_break(key: str) -> Break | None:
    previous, sequence = "", 0
    for entry in _in_order(key):
        sequence += 1
        if entry.sequence != sequence:
            return Break(key, sequence, "an entry is missing")
        if entry.previous != previous:
            return Break(key, sequence, "the link to the entry before it does not fit")
        if link_hash({field: getattr(entry, field) for field in FIELDS}) != entry.hash:
            return Break(key, sequence, "the entry was changed")
        previous = entry.hash
    head = db.session.get(AuditChain, key)
    if head is None or (head.sequence, head.head) != (sequence, previous):
        return Break(key, sequence + 1, "the end was cut off, or the head was changed")
    return None


def _in_order(key: str) -> Iterator[AuditEntry]:
    found = sa.select(AuditEntry).where(AuditEntry.chain == key).order_by(AuditEntry.sequence)
    yield from db.session.scalars(found.execution_options(yield_per=500))
