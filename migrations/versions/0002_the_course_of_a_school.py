"""Editions of the course, and lessons and assignments of a school itself.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database
from foundation.database import append_only_statements

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("course_edition", "own_version")


def upgrade() -> None:
    op.add_column("school", sa.Column("editions", sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
    op.create_table(
        "course_edition",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("keuzedeel", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=False),
        sa.Column("published_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["membership.id"], name=op.f("fk_course_edition_published_by_id")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_course_edition_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_edition")),
        sa.UniqueConstraint(
            "school_id", "keuzedeel", "number", name=op.f("uq_course_edition_school_id_keuzedeel_number")
        ),
    )
    op.create_table(
        "own_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("keuzedeel", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "lesson", "assignment", name="ownkind", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("header", sa.JSON(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_own_document_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_document")),
        sa.UniqueConstraint(
            "school_id", "keuzedeel", "slug", name=op.f("uq_own_document_school_id_keuzedeel_slug")
        ),
    )
    op.create_table(
        "own_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published_by_id", sa.Uuid(), nullable=False),
        sa.Column("published_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["own_document.id"], name=op.f("fk_own_version_document_id")
        ),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["membership.id"], name=op.f("fk_own_version_published_by_id")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_own_version_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_version")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_own_version_document_id_number")),
    )
    for table in ("course_edition", "own_document", "own_version"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.create_index(batch_op.f(f"ix_{table}_school_id"), ["school_id"], unique=False)
    for table in APPEND_ONLY:
        for statement, dialect in append_only_statements(table):
            if dialect == op.get_bind().dialect.name:
                op.execute(statement)


def downgrade() -> None:
    for table in ("own_version", "own_document", "course_edition"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(f"DROP FUNCTION IF EXISTS {table}_append_only()")
    op.drop_column("school", "editions")
