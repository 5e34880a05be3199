"""Keep own texts findable: in the transaction in which a text is made, changed or thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from course.search.documents import Document
from course.search.models import SearchOwn
from course.search.sources import SOURCES, Source
from course.search.words import tokens_of
from enrolment.catalogue import keuzedeel
from enrolment.models import Cohort, Enrolment

# Goes up when the words of a text are found in another way, so that every text is read again.
MADE_BY = 2
BY_MODEL = {source.model: source for source in SOURCES}


def own_scope(enrolment_id: UUID) -> str:
    """Write the token of everything that one student wrote."""
    return f"s{enrolment_id.hex}"


def index_rows(session: Session, rows: Iterable[tuple[Source, Any]]) -> None:
    """Make rows of own texts findable as they are now; one statement for all of them."""
    courses: dict[UUID, str] = {}
    values = []
    for source, row in rows:
        if row.enrolment_id not in courses:
            courses[row.enrolment_id] = _course_of(session, row.enrolment_id)
        document = source.read(row, keuzedeel(courses[row.enrolment_id]))
        values.append(_values(row, document))
    if values:
        session.connection().execute(_upsert(session), values)


def _values(row: Any, document: Document) -> dict[str, Any]:
    tokens = [own_scope(row.enrolment_id), *tokens_of(title=document.title, text=document.text)]
    return {
        "id": row.id,
        "school_id": row.school_id,
        "enrolment_id": row.enrolment_id,
        "kind": document.kind,
        "anchor": document.place,
        "title": document.title,
        "context": document.context,
        "text": document.text,
        "words": " ".join(tokens),
        "made_by": MADE_BY,
    }


def _upsert(session: Session) -> Any:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    insert = dialect.insert(SearchOwn)
    fresh = ("kind", "anchor", "title", "context", "text", "words", "made_by")
    return insert.on_conflict_do_update(
        index_elements=["id"], set_={name: insert.excluded[name] for name in fresh}
    )


def _course_of(session: Session, enrolment_id: UUID) -> str:
    """Who saves has the enrolment and its cohort at hand; others ask."""
    known = session.identity_map.get(sa.orm.util.identity_key(Enrolment, enrolment_id))
    if known is not None and "cohort" not in sa.inspect(known).unloaded:
        return str(known.cohort.keuzedeel)
    asked = sa.select(Cohort.keuzedeel).join(Enrolment, Enrolment.cohort_id == Cohort.id)
    return session.connection().execute(asked.where(Enrolment.id == enrolment_id)).scalar_one()


@event.listens_for(Session, "after_flush")
def _follow(session: Session, context: Any) -> None:
    """Do to what is found what was done to the texts themselves."""
    index_rows(session, _written(session))
    gone = [row.id for row in session.deleted if type(row) in BY_MODEL]
    if gone:
        session.connection().execute(sa.delete(SearchOwn).where(SearchOwn.id.in_(gone)))


def _written(session: Session) -> Iterator[tuple[Source, Any]]:
    for row in session.new:
        if source := BY_MODEL.get(type(row)):
            yield source, row
    for row in session.dirty - session.deleted:
        source = BY_MODEL.get(type(row))
        if source and any(sa.inspect(row).attrs[field].history.has_changes() for field in source.fields):
            yield source, row
