"""Look words up, and read what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from course.search.building import Scope
from course.search.index_tables import SUFFIX
from course.search.kinds import Kind
from course.search.lookup import Lookup
from course.search.models import SearchOwn, SearchPage, SearchWord
from course.search.ranking import unpacked
from course.search.rules import points
from course.search.words import in_text
from foundation.database import db

SIMPLE: sa.ColumnClause[str] = sa.literal_column("'simple'")
MOST_OWN_TEXTS, MOST_LETTERS = 300, 2_000


@dataclass(frozen=True)
class Found:
    """A document that was found."""

    id: UUID
    kind: Kind
    place: str
    title: str
    context: str
    text: str


def look_up(scope: Scope, stems: Sequence[str]) -> Lookup:
    """Find where these stems stand, in the own texts and in the course. Two statements."""
    wanted = {token for token, _worth in points(dict.fromkeys(stems, 1))} | {kind.token for kind in Kind}
    own = _own_with(scope, stems) if stems else []
    asked = {"edition": scope.edition, "tokens": sorted(wanted)}
    standing = {token: unpacked(kept) << len(own) for token, kept in db.session.execute(_tokens(), asked)}
    for number, (_id, kind, words) in enumerate(own):
        for token in wanted.intersection((kind.token, *words.replace("'", "").split())):
            standing[token] = standing.get(token, 0) | 1 << number
    return Lookup([row.id for row in own], standing)


def number_of(scope: Scope, lookup: Lookup, document: UUID) -> int | None:
    """Give the number that a document has in what was looked up. One statement at most."""
    if document in lookup.own:
        return lookup.own.index(document)
    asked = sa.select(SearchPage.position).where(_in_course(scope), SearchPage.id == document)
    position = db.session.scalar(asked)
    return None if position is None else len(lookup.own) + position


def documents(scope: Scope, lookup: Lookup, numbers: Sequence[int]) -> list[Found]:
    """Give the documents with these numbers, in this order. One statement, one more for own texts."""
    before, found = len(lookup.own), {}
    positions = [number - before for number in numbers if number >= before]
    if positions:
        pages = sa.select(SearchPage.position, *_columns(SearchPage)).where(_in_course(scope))
        for position, *columns in db.session.execute(pages.where(SearchPage.position.in_(positions))):
            found[before + position] = Found(*columns)
    own = {lookup.own[number]: number for number in numbers if number < before}
    if own:
        texts = sa.select(*_columns(SearchOwn)).where(_is_own(scope), SearchOwn.id.in_(own))
        found |= {own[row.id]: Found(*row) for row in db.session.execute(texts)}
    return [found[number] for number in numbers if number in found]


def own_texts(scope: Scope) -> list[str]:
    """Give the beginnings of the newest texts of the student, to learn the words of. One statement."""
    beginning = sa.func.substr(SearchOwn.text, 1, MOST_LETTERS)
    newest = sa.select(SearchOwn.title, beginning).where(_is_own(scope))
    rows = db.session.execute(newest.order_by(SearchOwn.id.desc()).limit(MOST_OWN_TEXTS))
    return [f"{title} {text}" for title, text in rows]


def _own_with(scope: Scope, stems: Sequence[str]) -> Sequence[sa.Row[UUID, Kind, str]]:
    """Tokens are small letters and digits, so neither database can read anything else in them."""
    name = db.engine.dialect.name
    both, either = (" & ", " | ") if name == "postgresql" else (" AND ", " OR ")
    tokens = f"{scope.own}{both}({either.join(map(in_text, stems))})"
    asked = {"school": scope.school_id, "enrolment": scope.enrolment_id, "tokens": tokens}
    return db.session.execute(_own_texts(name), asked).all()


# Built once per process: to build them takes longer than to run them.
@cache
def _tokens() -> sa.Select[str, bytes]:
    here = SearchWord.edition == sa.bindparam("edition")
    asked = SearchWord.token.in_(sa.bindparam("tokens", expanding=True))
    return sa.select(SearchWord.token, SearchWord.documents).where(here, asked)


@cache
def _own_texts(dialect: str) -> sa.Select[UUID, Kind, str]:
    """The token of the student makes it fast; the columns make it sure."""
    return (
        sa.select(SearchOwn.id, SearchOwn.kind, SearchOwn.words)
        .where(
            SearchOwn.school_id == sa.bindparam("school"),
            SearchOwn.enrolment_id == sa.bindparam("enrolment"),
            _matches(dialect),
        )
        .order_by(SearchOwn.id)
    )


def _columns(model: type[SearchPage] | type[SearchOwn]) -> tuple[InstrumentedAttribute[Any], ...]:
    return model.id, model.kind, model.anchor, model.title, model.context, model.text


def _in_course(scope: Scope) -> sa.ColumnElement[bool]:
    return SearchPage.edition == scope.edition


def _is_own(scope: Scope) -> sa.ColumnElement[bool]:
    return sa.and_(SearchOwn.school_id == scope.school_id, SearchOwn.enrolment_id == scope.enrolment_id)


def _matches(dialect: str) -> sa.ColumnElement[bool]:
    tokens: sa.BindParameter[str] = sa.bindparam("tokens")
    if dialect == "postgresql":
        return SearchOwn.words.op("@@")(sa.func.to_tsquery(SIMPLE, tokens))
    name = f"{SearchOwn.__tablename__}{SUFFIX}"
    index = sa.table(name, sa.column("rowid", sa.BigInteger), sa.column(name, sa.Text))
    return SearchOwn.number.in_(sa.select(index.c.rowid).where(index.c[name].op("MATCH")(tokens)))
