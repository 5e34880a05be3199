"""The draft of the course that a school is shaping.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "course_draft",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("keuzedeel", sa.String(length=80), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("changed_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_course_draft_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_draft")),
        sa.UniqueConstraint("school_id", "keuzedeel", name=op.f("uq_course_draft_school_id_keuzedeel")),
    )
    with op.batch_alter_table("course_draft") as batch_op:
        batch_op.create_index(batch_op.f("ix_course_draft_school_id"), ["school_id"], unique=False)


def downgrade() -> None:
    op.drop_table("course_draft")
