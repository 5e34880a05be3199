"""Pictures that a school adds to its own lessons.

Revision ID: 0015
Revises: 0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_picture",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("keuzedeel", sa.String(length=80), nullable=False),
        sa.Column("src", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("came_as", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("added_by_id", sa.Uuid(), nullable=False),
        sa.Column("added_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["added_by_id"], ["membership.id"], name=op.f("fk_own_picture_added_by_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_own_picture_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_picture")),
        sa.UniqueConstraint(
            "school_id", "keuzedeel", "src", name=op.f("uq_own_picture_school_id_keuzedeel_src")
        ),
    )
    with op.batch_alter_table("own_picture") as batch_op:
        batch_op.create_index(batch_op.f("ix_own_picture_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_own_picture_school_id_sha256"), ["school_id", "sha256"], unique=False
        )


def downgrade() -> None:
    op.drop_table("own_picture")
