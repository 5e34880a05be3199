"""Notes at lessons, and the note that evidence was made of.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("lesson", sa.String(length=80), nullable=False),
        sa.Column("section", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("created_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolment.id"], name=op.f("fk_note_enrolment_id")),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_note_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint(
            "enrolment_id", "lesson", "section", name=op.f("uq_note_enrolment_id_lesson_section")
        ),
    )
    with op.batch_alter_table("note") as batch_op:
        batch_op.create_index(batch_op.f("ix_note_school_id"), ["school_id"], unique=False)
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.add_column(sa.Column("note_id", sa.Uuid(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_evidence_note_id"), ["note_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_evidence_note_id"), "note", ["note_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("evidence") as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_evidence_note_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_evidence_note_id"), type_="unique")
        batch_op.drop_column("note_id")
    op.drop_table("note")
