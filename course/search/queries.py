"""Look words up: which documents have them, in one order on both databases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from course.search import rules
from course.search.building import Scope
from course.search.kinds import Kind
from course.search.models import SearchOwn, SearchPage
from course.search.words import in_text, in_text_often, in_title
from foundation.database import db
from foundation.web.paging import Cursor, Page, page_of

SIMPLE: sa.ColumnClause[str] = sa.literal_column("'simple'")
PLACES = 1_000_000
MOST_OWN_TEXTS, MOST_LETTERS = 300, 2_000
Model = type[SearchPage] | type[SearchOwn]


@dataclass(frozen=True)
class Found:
    """A document that was found."""

    id: UUID
    kind: Kind
    place: str
    title: str
    context: str
    text: str


def occurrences(scope: Scope, stems: Sequence[str]) -> dict[str, int]:
    """Count in how many documents each stem stands. One statement."""
    if not stems:
        return {}
    counts = [
        sa.select(sa.literal(number).label("number"), sa.func.count().label("documents")).where(
            *_has(model, scope, in_text(stem))
        )
        for number, stem in enumerate(stems)
        for model in (SearchPage, SearchOwn)
    ]
    found = dict.fromkeys(stems, 0)
    for number, documents in db.session.execute(sa.union_all(*counts)):
        found[stems[number]] += documents
    return found


def numbers_by_kind(scope: Scope, weights: Mapping[str, int]) -> dict[Kind, int]:
    """Count what is found, per kind. One statement."""
    hits = _hits(scope, weights)
    counted = sa.select(hits.c.kind, sa.func.count()).group_by(hits.c.kind)
    return {Kind(kind): number for kind, number in db.session.execute(counted)}


def best(scope: Scope, weights: Mapping[str, int], *, kind: Kind | None, cursor: Cursor) -> Page[UUID]:
    """Give a page of what is found, the best first. Two statements, one for the first page."""
    hits = _hits(scope, weights)
    query, anchor = sa.select(hits.c.id), sa.select(hits.c.rank, hits.c.id)
    if kind is not None:
        query = query.where(hits.c.kind == kind)
    key: Any = (hits.c.rank, hits.c.id)
    return page_of(query, key=key, anchor=anchor, cursor=cursor)


def documents(scope: Scope, ids: Sequence[UUID]) -> dict[UUID, Found]:
    """Give the documents with these ids. Two statements."""
    found: dict[UUID, Found] = {}
    for model in (SearchPage, SearchOwn):
        columns = (model.id, model.kind, model.anchor, model.title, model.context, model.text)
        rows = db.session.execute(sa.select(*columns).where(_within(model, scope), model.id.in_(ids)))
        found.update({row.id: Found(*row) for row in rows})
    return found


def own_texts(scope: Scope) -> list[str]:
    """Give the beginnings of the newest texts of the student, to learn the words of. One statement."""
    beginning = sa.func.substr(SearchOwn.text, 1, MOST_LETTERS)
    newest = sa.select(SearchOwn.title, beginning).where(_within(SearchOwn, scope))
    rows = db.session.execute(newest.order_by(SearchOwn.id.desc()).limit(MOST_OWN_TEXTS))
    return [f"{title} {text}" for title, text in rows]


def _hits(scope: Scope, weights: Mapping[str, int]) -> sa.Subquery:
    """Add the points of every document up: most of the words first, then its place in the course."""
    union = sa.union_all(
        *(
            _scored(model, scope, token, points)
            for stem, weight in weights.items()
            for token, points in _tokens(stem, weight)
            for model in (SearchPage, SearchOwn)
        )
    ).subquery()
    points = sa.cast(sa.func.sum(union.c.points), sa.BigInteger)
    rank = (-points * PLACES + union.c.position).label("rank")
    grouped = sa.select(union.c.id, union.c.kind, rank)
    return grouped.group_by(union.c.id, union.c.kind, union.c.position).subquery()


def _tokens(stem: str, weight: int) -> list[tuple[str, int]]:
    return [
        (in_text(stem), rules.EACH_WORD + rules.TEXT * weight),
        (in_text_often(stem), rules.OFTEN * weight),
        (in_title(stem), rules.TITLE * weight),
    ]


def _scored(model: Model, scope: Scope, token: str, points: int) -> Any:
    """What the student wrote comes before what the course says as well."""
    position = SearchPage.position if model is SearchPage else sa.literal(-1)
    columns = (model.id, model.kind, position.label("position"), sa.literal(points).label("points"))
    return sa.select(*columns).where(*_has(model, scope, token))


def _has(model: Model, scope: Scope, token: str) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    """The token of the scope makes it fast; the column makes it sure."""
    own = scope.shared if model is SearchPage else scope.own
    return _within(model, scope), _matches(model, own, token)


def _within(model: Model, scope: Scope) -> sa.ColumnElement[bool]:
    if model is SearchPage:
        return SearchPage.edition == scope.edition
    return sa.and_(SearchOwn.school_id == scope.school_id, SearchOwn.enrolment_id == scope.enrolment_id)


def _matches(model: Model, *tokens: str) -> sa.ColumnElement[bool]:
    """Tokens are small letters and digits, so neither database can read anything else in them."""
    if db.engine.dialect.name == "postgresql":
        return model.words.op("@@")(sa.func.to_tsquery(SIMPLE, " & ".join(tokens)))
    name = f"{model.__tablename__}_fts"
    index = sa.table(name, sa.column("rowid", sa.BigInteger), sa.column(name, sa.Text))
    matching = index.c[name].op("MATCH")(" AND ".join(tokens))
    return model.number.in_(sa.select(index.c.rowid).where(matching))
