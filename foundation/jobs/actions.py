"""Queue work and do it: idempotent functions, retried with patience, given up visibly."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from foundation.clock import now
from foundation.database import db
from foundation.jobs.models import Job, JobState
from foundation.transaction import one_transaction

LEASE = timedelta(minutes=10)
MOST_ATTEMPTS = 5

log = logging.getLogger(__name__)
_registry: dict[str, Callable[..., None]] = {}
Work = Callable[..., None]


def job(kind: str) -> Callable[[Work], Work]:
    """Declare the function that does this kind of work; it may run twice, so it must be idempotent."""

    def declare(function: Work) -> Work:
        _registry[kind] = function
        return function

    return declare


def enqueue(
    kind: str, *, school_id: UUID | None = None, delay: timedelta = timedelta(), **arguments: Any
) -> Job:
    """Write work down in the present transaction; arguments are plain JSON values."""
    if kind not in _registry:
        raise LookupError(f"No function does the work {kind!r}.")
    row = Job(kind=kind, arguments=arguments, school_id=school_id, created_at=now(), run_after=now() + delay)
    db.session.add(row)
    return row


def run_due(most: int = 1000) -> int:
    """Do the work that is due, oldest first; give how many pieces were done or tried."""
    done = 0
    while done < most and (job_id := _take()):
        _do(job_id)
        done += 1
    return done


def _take() -> UUID | None:
    due = (
        sa.select(Job)
        .where(
            sa.or_(
                sa.and_(Job.state == JobState.QUEUED, Job.run_after <= now()),
                sa.and_(Job.state == JobState.RUNNING, Job.run_after <= now() - LEASE),
            )
        )
        .order_by(Job.run_after)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with one_transaction():
        row = db.session.scalars(due).one_or_none()
        if row is None:
            return None
        row.state, row.attempts, row.run_after = JobState.RUNNING, row.attempts + 1, now()
        return row.id


def _do(job_id: UUID) -> None:
    row = db.session.get_one(Job, job_id)
    kind, arguments, attempts = row.kind, dict(row.arguments), row.attempts
    try:
        with one_transaction():
            _registry[kind](**arguments)
            _close(job_id, JobState.DONE)
    except Exception as failure:
        log.exception("job %s failed (attempt %s)", kind, attempts)
        with one_transaction():
            _again_or_give_up(job_id, attempts, failure)


def _close(job_id: UUID, state: JobState) -> None:
    row = db.session.get_one(Job, job_id)
    row.state, row.finished_at = state, now()


def _again_or_give_up(job_id: UUID, attempts: int, failure: Exception) -> None:
    row = db.session.get_one(Job, job_id)
    row.error = f"{type(failure).__name__}: {failure}"[:500]
    if attempts >= MOST_ATTEMPTS:
        row.state, row.finished_at = JobState.FAILED, now()
    else:
        row.state, row.run_after = JobState.QUEUED, now() + timedelta(seconds=10 * 3**attempts)
