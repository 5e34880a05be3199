"""Read what a student answered; one statement each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from course.selftest.models import Attempt
from course.selftest.outcomes import JUDGED, Outcome
from course.selftest.repetition import Answered, Name
from foundation.clock import local
from foundation.database import db

History = Mapping[Name, Sequence[Answered]]


def attempts_at(enrolment_id: UUID, document: str, key: str = "") -> Mapping[str, list[Attempt]]:
    """Give the answers to the questions of a document (or one of them), by question, oldest first."""
    found = _attempts().where(Attempt.question_key == key) if key else _attempts()
    return _by_question(db.session.scalars(found, {"enrolment": enrolment_id, "document": document}))


def history_of(enrolment_id: UUID) -> History:
    """Give how all questions went, each with the day, by document and question, oldest first."""
    found = db.session.execute(_history(), {"enrolment": enrolment_id})
    history: dict[Name, list[Answered]] = defaultdict(list)
    for document, question, outcome, at in found:
        history[document, question].append((outcome, local(at).date()))
    return history


@cache
def _attempts() -> sa.Select[Attempt]:
    own = Attempt.enrolment_id == sa.bindparam("enrolment")
    at = sa.select(Attempt).where(own, Attempt.document == sa.bindparam("document"))
    return at.order_by(Attempt.created_at, Attempt.id)


@cache
def _history() -> sa.Select[str, str, Outcome, datetime]:
    """Build it once: every page of a student asks it, and to build it takes longer than to run it."""
    return (
        sa.select(Attempt.document, Attempt.question_key, Attempt.outcome, Attempt.created_at)
        .where(Attempt.enrolment_id == sa.bindparam("enrolment"), Attempt.outcome.in_(JUDGED))
        .order_by(Attempt.created_at, Attempt.id)
    )


def _by_question(attempts: Iterable[Attempt]) -> Mapping[str, list[Attempt]]:
    found: dict[str, list[Attempt]] = defaultdict(list)
    for each in attempts:
        found[each.question_key].append(each)
    return found
