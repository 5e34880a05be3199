"""Lessons read, hours logged and reactions given, for tests."""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa

from accounts.schools.models import Membership
from course.feedback.models import Feedback
from course.hours.models import HourEntry
from course.hours.workflow import HourState
from course.progress.models import LessonProgress
from enrolment.models import Enrolment
from foundation.clock import now, today
from foundation.database import db

W1 = "D1-K1-W1"
HARD_TEXTS = {
    "emoji": "👩‍🌾 praatje in de tuin",
    "right to left": "‏שלום مرحبا",
    "combining": "e\u0301" * 30,
    "long": "x" * 100_000,
    "NUL": "a\x00b",
    "surrogate": b"a\xed\xa0\x80b",
    "control": "a\x1bb",
    "formula": '=HYPERLINK("http://kwaad")',
    "markup": "<script>alert(1)</script>",
    "like": "100%_\\",
    "noncharacter": "a\ufffeb",
    "spaces": "   ",
    "lines": "a\r\nb",
}


def some_hours(
    enrolment: Enrolment,
    *,
    minutes: int = 90,
    day: date | None = None,
    work_process: str = W1,
    state: HourState = HourState.LOGGED,
    started_at: datetime | None = None,
    source_key: str | None = None,
    description: str = "Kaart van de wijk gemaakt",
    question: str = "",
) -> HourEntry:
    confirmed = state is HourState.CONFIRMED
    entry = HourEntry(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        work_process=work_process,
        day=day or today(),
        started_at=started_at,
        minutes=minutes,
        description=description,
        source_key=source_key,
        state=state,
        question=question,
        created_at=now(),
        confirmed_at=now() if confirmed else None,
    )
    db.session.add(entry)
    db.session.flush()
    return entry


def hour_entries(enrolment: Enrolment) -> list[HourEntry]:
    found = sa.select(HourEntry).where(HourEntry.enrolment_id == enrolment.id).order_by(HourEntry.id)
    return list(db.session.scalars(found))


def typed_hours(**fields: object) -> dict[str, object]:
    """Give what a student types to log hours by hand."""
    return {
        "day": today().isoformat(),
        "amount": "1,5",
        "work_process": W1,
        "description": "Kaart van de wijk gemaakt",
        "start": "",
        "end": "",
    } | fields


def a_lesson_read(enrolment: Enrolment, lesson: str = "meldcode", *, done: bool = True) -> LessonProgress:
    row = LessonProgress(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        lesson=lesson,
        opened_at=now(),
        done_at=now() if done else None,
    )
    db.session.add(row)
    db.session.flush()
    return row


def a_reaction(
    coach: Membership,
    enrolment: Enrolment,
    *,
    work_process: str = W1,
    criterion: str | None = "W1-1",
    body: str = "Je legt goed uit waar je cijfers vandaan komen.",
    created_at: datetime | None = None,
) -> Feedback:
    row = Feedback(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        author=coach,
        work_process=work_process,
        criterion=criterion,
        body=body,
        created_at=created_at or now(),
    )
    db.session.add(row)
    db.session.flush()
    return row
