"""What search looks in, with the word index of each database.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from course.search.index_tables import SUFFIX, word_index_statements

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KINDS = ("lesson", "assignment", "word", "framework", "note", "work")


def upgrade() -> None:
    op.create_table(
        "search_edition",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_search_edition")),
    )
    op.create_table(
        "search_page",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("edition", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_findable(),
        sa.ForeignKeyConstraint(
            ["edition"], ["search_edition.key"], name=op.f("fk_search_page_edition"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_page")),
        sa.UniqueConstraint("number", name=op.f("uq_search_page_number")),
    )
    op.create_table(
        "search_own",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        *_findable(),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_search_own_enrolment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_search_own_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_own")),
        sa.UniqueConstraint("number", name=op.f("uq_search_own_number")),
    )
    op.create_index(op.f("ix_search_own_school_id"), "search_own", ["school_id"])
    op.create_index(op.f("ix_search_own_enrolment_id"), "search_own", ["enrolment_id"])
    for table in ("search_page", "search_own"):
        _word_index(table)


def downgrade() -> None:
    for table in ("search_own", "search_page"):
        op.drop_table(table)
        if op.get_bind().dialect.name == "sqlite":
            op.drop_table(f"{table}{SUFFIX}")
    op.drop_table("search_edition")


def _findable() -> list[sa.Column]:
    words = sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql")
    kind = sa.Enum(*KINDS, name="kind", native_enum=False, create_constraint=True, length=40)
    return [
        sa.Column("kind", kind, nullable=False),
        sa.Column("anchor", sa.String(length=200), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", words, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
    ]


def _word_index(table: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(f"ix_{table}_words", table, ["words"], postgresql_using="gin")
        return
    for statement in word_index_statements(table):
        op.execute(statement)
