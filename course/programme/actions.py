"""Begin and finish a lesson; finish an assignment."""

from __future__ import annotations

from flask_babel import gettext as _

from content.assignment import Assignment
from content.lesson import Lesson
from course.hours import actions as hours
from course.programme.assignments import Proposal, TimeKind, proposals
from course.progress import actions as progress
from course.progress.assignments import tick_assignment
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


def finish_assignment(enrolment: Enrolment, assignment: Assignment, *, work_process: str) -> None:
    """Tick an assignment off; the first time it proposes its practice and its writing as study hours."""
    if not tick_assignment(enrolment, assignment=assignment.slug):
        return
    for each in proposals(assignment):
        hours.propose(
            enrolment,
            source_key=f"assignment:{assignment.slug}:{each.kind.value}:{each.part}",
            work_process=work_process,
            minutes=each.minutes,
            description=_words(assignment, each),
        )


def _words(assignment: Assignment, part: Proposal) -> str:
    values = {"title": assignment.title, "part": part.part, "parts": part.parts}
    is_writing = part.kind is TimeKind.WRITING
    if part.parts == 1:
        whole = _("Opdracht: %(title)s, schrijven", **values)
        return str(whole if is_writing else _("Opdracht: %(title)s, in de wijk", **values))
    if is_writing:
        return str(_("Opdracht: %(title)s, schrijven (deel %(part)s van %(parts)s)", **values))
    return str(_("Opdracht: %(title)s, in de wijk (deel %(part)s van %(parts)s)", **values))
