"""At which heading of a lesson a student was, and when.

Revision ID: 0014
Revises: 0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from foundation.database import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("lesson_progress", sa.Column("section", sa.String(100), nullable=True))
    op.add_column("lesson_progress", sa.Column("read_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("lesson_progress", "read_at")
    op.drop_column("lesson_progress", "section")
