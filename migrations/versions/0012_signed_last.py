"""What an assessor signed last, in the order of signing.

Revision ID: 0012
Revises: 0011
"""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_assessment_signed", "assessment", ["assessor_id", "state", "signature_id"])


def downgrade() -> None:
    op.drop_index("ix_assessment_signed", "assessment")
