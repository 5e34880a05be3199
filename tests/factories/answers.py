"""Answers to questions of self-tests, for tests."""

from __future__ import annotations

from datetime import datetime

from content.nodes import Choice, Match, Order, Question, Short
from content.question_version import version_of
from course.selftest.models import Attempt
from course.selftest.rules import LOOKED_OVER, TICK, asked, judge, right_sides, ticks
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db
from tests.factories.enrolments import D1


def fill_in(question: Question, *, right: bool = True) -> dict[str, str]:
    """Give an answer: the right one, or one that is not."""
    names = [each.name for each in asked(question)]
    if isinstance(question, Choice):
        return {"answer": str(next(n for n, each in enumerate(question.answers, 1) if each.right is right))}
    if isinstance(question, Order):
        places = [str(number) for number in range(1, len(names) + 1)]
        return dict(zip(names, places if right else reversed(places), strict=True))
    if isinstance(question, Match):
        sides = {text: number for number, text in right_sides(question)}
        good = [sides[pair.right] for pair in question.pairs]
        return dict(zip(names, good if right else [*good[1:], good[0]], strict=True))
    if isinstance(question, Short):
        boxes = dict.fromkeys(ticks(question), TICK) if right else {}
        return {"text": "Ik vraag eerst wat zij zelf wil.", "step": LOOKED_OVER, **boxes}
    return {"answer": "1"}


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
