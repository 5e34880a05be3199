"""Keep an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from content.nodes import Question
from content.question_version import version_of
from course.selftest.models import Attempt
from course.selftest.rules import judge
from enrolment.models import Enrolment
from foundation.clock import local, now
from foundation.database import db


def keep_answer(
    enrolment: Enrolment,
    document: str,
    question: Question,
    *,
    given: Mapping[str, str],
    earlier: Sequence[Attempt],
) -> Attempt:
    """Judge an answer and keep it; the same answer on the same day is kept once."""
    if earlier and _is_same(earlier[-1], question, given):
        return earlier[-1]
    attempt = Attempt(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        document=document,
        question_key=question.id,
        question_hash=version_of(question),
        given=dict(given),
        outcome=judge(question, given).outcome,
        created_at=now(),
    )
    db.session.add(attempt)
    return attempt


def _is_same(last: Attempt, question: Question, given: Mapping[str, str]) -> bool:
    is_today = local(last.created_at).date() == local(now()).date()
    return is_today and last.question_hash == version_of(question) and last.given == dict(given)
