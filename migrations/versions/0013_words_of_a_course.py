"""In which documents of a course a word stands is kept per word; every course is read in anew.

Revision ID: 0013
Revises: 0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from course.search.index_tables import SUFFIX, word_index_statements

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

KINDS = ("lesson", "assignment", "word", "framework", "note", "work")


def upgrade() -> None:
    _drop_pages()
    _create_pages(sa.UniqueConstraint("edition", "position", name=op.f("uq_search_page_edition_position")))
    op.create_table(
        "search_word",
        sa.Column("edition", sa.String(length=64), nullable=False),
        sa.Column("token", sa.String(length=100), nullable=False),
        sa.Column("documents", sa.LargeBinary(), nullable=False),
        _of_an_edition("search_word"),
        sa.PrimaryKeyConstraint("edition", "token", name=op.f("pk_search_word")),
    )


def downgrade() -> None:
    op.drop_table("search_word")
    _drop_pages()
    _create_pages(
        sa.Column("words", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql"), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("number", name=op.f("uq_search_page_number")),
    )
    if _is_sqlite():
        for statement in word_index_statements("search_page"):
            op.execute(statement)
    else:
        op.create_index("ix_search_page_words", "search_page", ["words"], postgresql_using="gin")


def _drop_pages() -> None:
    """What is found again is read in again at the first search."""
    op.drop_table("search_page")
    if _is_sqlite():
        op.execute(f"DROP TABLE IF EXISTS search_page{SUFFIX}")
    op.execute("DELETE FROM search_edition")


def _create_pages(*own: sa.Column | sa.Constraint) -> None:
    kind = sa.Enum(*KINDS, name="kind", native_enum=False, create_constraint=True, length=40)
    op.create_table(
        "search_page",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("edition", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("anchor", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _of_an_edition("search_page"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_page")),
        *own,
    )


def _of_an_edition(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_edition")
    return sa.ForeignKeyConstraint(["edition"], ["search_edition.key"], name=name, ondelete="CASCADE")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
