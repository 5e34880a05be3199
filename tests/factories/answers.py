"""Answers to questions of self-tests, for tests."""

from __future__ import annotations

from datetime import datetime

from content.nodes import Question
from content.question_version import version_of
from course.selftest.models import Attempt
from course.selftest.rules import judge
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db
from tests.factories.enrolments import D1
from web.demo.testing import fill_in

__all__ = ["an_answer", "fill_in", "questions_of"]


def an_answer(
    enrolment: Enrolment,
    question: Question,
    *,
    document: str = "meldcode",
    right: bool = True,
    at: datetime | None = None,
) -> Attempt:
    """Let a student answer a question."""
    given = fill_in(question, right=right)
    row = Attempt(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        document=document,
        question_key=question.id,
        question_hash=version_of(question),
        given=given,
        outcome=judge(question, given).outcome,
        created_at=at or now(),
    )
    db.session.add(row)
    db.session.flush()
    return row


def questions_of(lesson: str = "meldcode") -> tuple[Question, ...]:
    """Give the questions of a lesson of D1."""
    return keuzedeel(D1).lesson(lesson).questions
