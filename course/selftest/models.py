"""Answers to questions of self-tests."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from course.selftest.outcomes import Outcome
from foundation.database import Model, SchoolOwned, append_only


@append_only
class Attempt(SchoolOwned, Model):
    """One answer of one student; `document` is the lesson or self-test by its slug.

    `question_hash` is the content hash of the question as it was then: an answer to other words is not shown.
    """

    __tablename__ = "self_test_attempt"
    __table_args__ = (
        sa.Index("ix_self_test_attempt_question", "enrolment_id", "document", "question_key", "created_at"),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    document: Mapped[str] = mapped_column(sa.String(80))
    question_key: Mapped[str] = mapped_column(sa.String(80))
    question_hash: Mapped[str] = mapped_column(sa.String(64))
    given: Mapped[dict[str, Any]]
    outcome: Mapped[Outcome]
    created_at: Mapped[datetime]
