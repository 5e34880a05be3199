"""What search looks in: the documents of a course as it is offered, and the own texts of students."""

from __future__ import annotations

import secrets
from datetime import date
from typing import cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapped, mapped_column

from course.search.index_tables import word_index_statements
from course.search.kinds import Kind
from foundation.database import Identified, Model, SchoolOwned

Tokens = sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql")


def _number() -> int:
    return secrets.randbits(62)


class Findable:
    """A document to be found."""

    kind: Mapped[Kind]
    anchor: Mapped[str] = mapped_column(sa.String(200))
    title: Mapped[str] = mapped_column(sa.Text)
    context: Mapped[str] = mapped_column(sa.Text)
    text: Mapped[str] = mapped_column(sa.Text)


class SearchEdition(Model):
    """A course, as it was offered in one version, whose documents can be found."""

    __tablename__ = "search_edition"

    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    used_on: Mapped[date]


class SearchPage(Findable, Identified, Model):
    """Something of a course: a section, a word, an official sentence. `position` is where it comes."""

    __tablename__ = "search_page"
    __table_args__ = (sa.UniqueConstraint("edition", "position"),)

    edition: Mapped[str] = mapped_column(sa.ForeignKey("search_edition.key", ondelete="CASCADE"))
    position: Mapped[int]


class SearchWord(Model):
    """In which documents of a course a token stands: bit n is the document at position n."""

    __tablename__ = "search_word"

    edition: Mapped[str] = mapped_column(
        sa.ForeignKey("search_edition.key", ondelete="CASCADE"), primary_key=True
    )
    token: Mapped[str] = mapped_column(sa.String(100), primary_key=True)
    documents: Mapped[bytes]


class SearchOwn(Findable, SchoolOwned, Model):
    """An own text of a student, under the id of that text; it goes when the text or the enrolment goes."""

    __tablename__ = "search_own"
    __table_args__ = (
        sa.Index("ix_search_own_words", "words", postgresql_using="gin").ddl_if(dialect="postgresql"),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id", ondelete="CASCADE"), index=True)
    words: Mapped[str] = mapped_column(Tokens)
    number: Mapped[int] = mapped_column(sa.BigInteger, unique=True, default=_number)  # of the word index
    made_by: Mapped[int]


own = cast(sa.Table, SearchOwn.__table__)
for statement in word_index_statements(own.name):
    ddl = sa.DDL(statement)  # type: ignore[no-untyped-call]
    event.listen(own, "after_create", ddl.execute_if(dialect="sqlite"))
