"""The log is found by subject, by who acted, by kind of act and by time.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES = {"about": "subject_id", "actor": "actor_id", "act": "act", "at": "at"}


def upgrade() -> None:
    for name, column in INDEXES.items():
        op.create_index(f"ix_audit_entry_{name}", "audit_entry", ["chain", column, "sequence"])
    op.drop_index("ix_audit_entry_subject", "audit_entry")


def downgrade() -> None:
    op.create_index("ix_audit_entry_subject", "audit_entry", ["chain", "subject_type", "subject_id"])
    for name in INDEXES:
        op.drop_index(f"ix_audit_entry_{name}", "audit_entry")
