"""Practice assignments that were ticked off.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assignment_done",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("assignment", sa.String(length=80), nullable=False),
        sa.Column("done_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_assignment_done_enrolment_id")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_assignment_done_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment_done")),
        sa.UniqueConstraint(
            "enrolment_id", "assignment", name=op.f("uq_assignment_done_enrolment_id_assignment")
        ),
    )
    with op.batch_alter_table("assignment_done") as batch_op:
        batch_op.create_index(batch_op.f("ix_assignment_done_school_id"), ["school_id"], unique=False)


def downgrade() -> None:
    op.drop_table("assignment_done")
