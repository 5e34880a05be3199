"""Begin and finish a lesson."""

from __future__ import annotations

from flask_babel import gettext as _

from content.lesson import Lesson
from course.hours import actions as hours
from course.progress import actions as progress
from enrolment.models import Enrolment


def begin_lesson(enrolment: Enrolment, lesson: Lesson) -> None:
    """Note that a student is busy with a lesson."""
    progress.begin(enrolment, lesson=lesson.slug)


def finish_lesson(enrolment: Enrolment, lesson: Lesson) -> None:
    """Tick a lesson off; the first time it proposes its minutes as study hours."""
    if progress.tick_off(enrolment, lesson=lesson.slug):
        hours.propose(
            enrolment,
            source_key=f"lesson:{lesson.slug}",
            work_process=lesson.header.work_process,
            minutes=lesson.minutes,
            description=_("Les: %(title)s", title=lesson.title),
        )
