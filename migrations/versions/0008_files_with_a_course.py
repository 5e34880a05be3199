"""Files with a course that a school brought.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "course_upload",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("keuzedeel", sa.String(length=80), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("uploaded_by_id", sa.Uuid(), nullable=False),
        sa.Column("uploaded_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_course_upload_school_id")),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"], ["membership.id"], name=op.f("fk_course_upload_uploaded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_upload")),
        sa.UniqueConstraint(
            "school_id", "keuzedeel", "sha256", name=op.f("uq_course_upload_school_id_keuzedeel_sha256")
        ),
    )
    with op.batch_alter_table("course_upload") as batch_op:
        batch_op.create_index(batch_op.f("ix_course_upload_school_id"), ["school_id"], unique=False)


def downgrade() -> None:
    op.drop_table("course_upload")
