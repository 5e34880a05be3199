"""One open round of the board for each enrolment; the students of a group by their state.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OPEN = sa.text("state in ('on_agenda', 'postponed', 'referred_back', 'determined')")


def upgrade() -> None:
    op.create_index("ix_enrolment_group", "enrolment", ["cohort_id", "state", "id"])
    op.create_index(
        "uq_determination_open_round",
        "determination",
        ["enrolment_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    op.drop_index("uq_determination_open_round", "determination")
    op.drop_index("ix_enrolment_group", "enrolment")
