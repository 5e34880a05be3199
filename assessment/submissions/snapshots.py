"""The frozen copy of what was handed in: how its text is made, and how it is checked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from assessment.submissions.models import Snapshot, Submission
from foundation.audit.chain import canonical
from foundation.clock import now
from foundation.database import db

FORMAT = "wijkwijs.submission/1"


@dataclass(frozen=True)
class Declaration:
    """What the student declares: the sentences as they stood on the page, and how generative AI was used."""

    statement: str
    used_ai: bool
    ai_use: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Write it as JSON values."""
        return {"statement": self.statement, "used_ai": self.used_ai, "ai_use": self.ai_use}


def freeze(
    submission: Submission,
    *,
    work: dict[str, Any],
    hours: dict[str, int],
    declaration: Declaration,
    rubric: str,
) -> Snapshot:
    """Write the next snapshot of a submission: canonical JSON and the SHA-256 of exactly that text."""
    instant, sequence = now(), _next_sequence(submission)
    text = canonical(
        {
            "format": FORMAT,
            "submission": submission.id,
            "enrolment": submission.enrolment_id,
            "work_process": submission.work_process,
            "attempt": submission.attempt,
            "sequence": sequence,
            "submitted_at": instant,
            "rubric": rubric,
            "declaration": declaration.as_dict(),
            "hours": hours,
            "work": work,
        }
    )
    snapshot = Snapshot(
        school_id=submission.school_id,
        submission_id=submission.id,
        sequence=sequence,
        body=text,
        sha256=hash_of(text),
        created_at=instant,
    )
    db.session.add(snapshot)
    db.session.flush()
    return snapshot


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text (UTF-8), in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_intact(snapshot: Snapshot) -> bool:
    """Compute the hash of the stored text anew, and compare it with the one on the receipt."""
    return hash_of(snapshot.body) == snapshot.sha256


def content_of(snapshot: Snapshot) -> dict[str, Any]:
    """Read the frozen text as a structure."""
    content: dict[str, Any] = json.loads(snapshot.body)
    return content


def fingerprint_of_work(work: dict[str, Any]) -> str:
    """Give the hash of work in the making, so that what is handed in is what the preview showed."""
    return hash_of(canonical(work))


def _next_sequence(submission: Submission) -> int:
    last: UUID | None = submission.snapshot_id
    if last is None:
        return 1
    found = sa.select(sa.func.max(Snapshot.sequence)).where(Snapshot.submission_id == submission.id)
    return int(db.session.scalar(found) or 0) + 1
