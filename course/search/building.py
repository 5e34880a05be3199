"""Fill what search looks in, when a course or the texts of a student are not in it yet.

It holds nothing that is not elsewhere, so a look may fill it: once, however many look at the same moment.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from content.keuzedeel import Keuzedeel
from course.search.documents import Document, documents_of
from course.search.keeping import MADE_BY, index_rows, own_scope
from course.search.models import SearchEdition, SearchOwn, SearchPage, SearchWord
from course.search.ranking import packed
from course.search.sources import SOURCES, Source
from course.search.words import tokens_of
from enrolment.models import Enrolment
from foundation.clock import today
from foundation.database import db
from foundation.transaction import separately

USED_WITHIN = timedelta(days=7)
KEPT = timedelta(days=60)


@dataclass(frozen=True)
class Scope:
    """In what one student searches: the course as offered, and what the student wrote."""

    school_id: UUID
    enrolment_id: UUID
    edition: str

    @property
    def own(self) -> str:
        """The token of every own text."""
        return own_scope(self.enrolment_id)


def scope_of(enrolment: Enrolment, course: Keuzedeel) -> Scope:
    """Give where somebody searches."""
    return Scope(enrolment.school_id, enrolment.id, edition_of(course))


def edition_of(course: Keuzedeel) -> str:
    """Give the key of a course in this version, read in this way."""
    return hashlib.sha256(f"{MADE_BY}:{course.version}".encode()).hexdigest()


def make_ready(scope: Scope, course: Keuzedeel) -> None:
    """See that everything here can be found. One statement when it can; else this ends the transaction."""
    asked = {"edition": scope.edition, "enrolment": scope.enrolment_id}
    used, own = db.session.execute(_what_is_there(), asked).one()
    if own or used is None or used < today() - USED_WITHIN:
        separately(lambda: fill(scope, course))


@cache
def _what_is_there() -> sa.Select[date | None, bool]:
    """Build it once: every search asks it."""
    unread = sa.or_(*(_unread(source).exists() for source in SOURCES))
    used_on = sa.select(SearchEdition.used_on).where(SearchEdition.key == sa.bindparam("edition"))
    return sa.select(used_on.scalar_subquery(), unread)


def fill(scope: Scope, course: Keuzedeel) -> None:
    """Put in what is missing, and take out courses that nobody searched in for a long time."""
    if _is_first(scope.edition):
        put_in(scope.edition, documents_of(course))
    old = SearchEdition.used_on < today() - KEPT
    db.session.execute(sa.delete(SearchEdition).where(old))
    _read_own(scope.enrolment_id)


def put_in(edition: str, documents: Sequence[Document]) -> None:
    """Put all documents of a course in, with in which of them every token stands."""
    pages, standing = [], defaultdict(list)
    for position, each in enumerate(documents):
        pages.append({"edition": edition, "position": position, **_page(each)})
        for token in (each.kind.token, *tokens_of(title=each.title, text=each.text)):
            standing[token].append(position)
    words = ({"token": token, "documents": packed(found)} for token, found in standing.items())
    db.session.execute(sa.insert(SearchPage), pages)
    db.session.execute(sa.insert(SearchWord), [{"edition": edition, **each} for each in words])


def _is_first(edition: str) -> bool:
    """Note that an edition is used; true for the one process that comes first, the others wait for it."""
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(SearchEdition).values(key=edition, used_on=today())
    if db.session.scalar(insert.on_conflict_do_nothing().returning(SearchEdition.key)):
        return True
    used = sa.update(SearchEdition).where(SearchEdition.key == edition).values(used_on=today())
    db.session.execute(used)
    return False


def _page(document: Document) -> dict[str, Any]:
    return {
        "kind": document.kind,
        "anchor": document.place,
        "title": document.title,
        "context": document.context,
        "text": document.text,
    }


def _unread(source: Source) -> sa.Select[Any]:
    read = sa.exists().where(SearchOwn.id == source.model.id, SearchOwn.made_by == MADE_BY)
    return sa.select(source.model).where(source.model.enrolment_id == sa.bindparam("enrolment"), ~read)


def _read_own(enrolment_id: UUID) -> None:
    """The lock makes a save of the same student wait, so that no old text comes over a new one."""
    db.session.execute(sa.select(Enrolment.id).where(Enrolment.id == enrolment_id).with_for_update())
    for source in SOURCES:
        rows = db.session.scalars(_unread(source), {"enrolment": enrolment_id}).unique()
        index_rows(db.session(), [(source, row) for row in rows])
