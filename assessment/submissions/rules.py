"""Questions about handing in. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from assessment.submissions.workflow import SubmissionState

if TYPE_CHECKING:
    from accounts.policy.actor import Actor

READABLE_BY_ASSESSORS = frozenset(
    {SubmissionState.SUBMITTED, SubmissionState.IN_ASSESSMENT, SubmissionState.ASSESSED}
)


def in_time(arrived: datetime, deadline: datetime | None) -> bool:
    """Tell whether a request that arrived at this instant is in time; the deadline itself still is."""
    return deadline is None or arrived <= deadline


def is_own_work(actor: Actor, work: Any) -> bool:
    """Tell whether this is work of the actor; a thing with `student_id`."""
    return bool(work.student_id == actor.membership_id)


def judges_work(actor: Actor, work: Any) -> bool:
    """Tell whether the actor is one of the assessors, and the work is in their hands."""
    return actor.membership_id in work.assessor_ids and work.state in READABLE_BY_ASSESSORS


def files_in(work: Any) -> dict[str, Mapping[str, Any]]:
    """Give the files that stand in frozen work: {sha256: the part that names it}."""
    return {str(part["sha256"]): part for part in _parts(work) if part.get("sha256")}


def _parts(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _parts(inner)
