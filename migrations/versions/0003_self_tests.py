"""Answers to questions of self-tests.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import foundation.database
from foundation.database import append_only_statements

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLE = "self_test_attempt"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("school_id", sa.Uuid(), nullable=False),
        sa.Column("enrolment_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.String(length=80), nullable=False),
        sa.Column("question_key", sa.String(length=80), nullable=False),
        sa.Column("question_hash", sa.String(length=64), nullable=False),
        sa.Column("given", sa.JSON(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "right", "wrong", "weighed", "open",
                name="outcome", native_enum=False, create_constraint=True, length=40,
            ),
            nullable=False,
        ),
        sa.Column("created_at", foundation.database.UTCDateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_self_test_attempt_enrolment_id")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_self_test_attempt_school_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_test_attempt")),
    )  # fmt: skip
    with op.batch_alter_table(TABLE) as batch_op:
        batch_op.create_index(batch_op.f("ix_self_test_attempt_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            "ix_self_test_attempt_question",
            ["enrolment_id", "document", "question_key", "created_at"],
            unique=False,
        )
    for statement, dialect in append_only_statements(TABLE):
        if dialect == op.get_bind().dialect.name:
            op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION IF EXISTS {TABLE}_append_only()")
