"""What search looks in: the documents of a course as it is offered, and the own texts of students."""

from __future__ import annotations

import secrets
from datetime import date
from typing import cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from course.search.index_tables import word_index_statements
from course.search.kinds import Kind
from foundation.database import Identified, Model, SchoolOwned

Tokens = sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql")


def _number() -> int:
    return secrets.randbits(62)


class Findable:
    """A document to be found. `number` is what the word index of SQLite knows it by."""

    kind: Mapped[Kind]
    anchor: Mapped[str] = mapped_column(sa.String(200))
    title: Mapped[str] = mapped_column(sa.Text)
    context: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)
    words: Mapped[str] = mapped_column(Tokens)
    number: Mapped[int] = mapped_column(sa.BigInteger, unique=True, default=_number)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[sa.Index]:  # noqa: N805
        name = f"ix_{cls.__tablename__}_words"  # type: ignore[attr-defined]
        index = sa.Index(name, "words", postgresql_using="gin")
        return (index.ddl_if(dialect="postgresql"),)


class SearchEdition(Model):
    """A course, as it was offered in one version, whose documents can be found."""

    __tablename__ = "search_edition"

    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    used_on: Mapped[date]


class SearchPage(Findable, Identified, Model):
    """Something of a course: a section, a word, an official sentence. `position` is where it comes."""

    __tablename__ = "search_page"

    # No index: it would lead SQLite to read a whole course instead of asking the word index first.
    edition: Mapped[str] = mapped_column(sa.ForeignKey("search_edition.key", ondelete="CASCADE"))
    position: Mapped[int]


class SearchOwn(Findable, SchoolOwned, Model):
    """An own text of a student, under the id of that text; it goes when the text or the enrolment goes."""

    __tablename__ = "search_own"

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id", ondelete="CASCADE"), index=True)
    made_by: Mapped[int]


for model in (SearchPage, SearchOwn):
    table = cast(sa.Table, model.__table__)
    for statement in word_index_statements(table.name):
        ddl = sa.DDL(statement)  # type: ignore[no-untyped-call]
        event.listen(table, "after_create", ddl.execute_if(dialect="sqlite"))
