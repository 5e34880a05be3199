"""Begin and finish lessons and assignments, and propose the hours; take the tick of an assignment back."""

from __future__ import annotations

from flask_babel import gettext as _

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from course.hours import actions as hours
from course.progress import actions as progress
from course.progress.assignments import tick_assignment, untick_assignment
from course.progress.proposals import Proposal, TimeKind, proposals
from enrolment.models import Enrolment


def begin_lesson(enrolment: Enrolment, lesson: Lesson, *, section: str = "") -> None:
    """Note that a student is busy with a lesson, and at which heading."""
    if section:
        progress.reach(enrolment, lesson, section=section)
    else:
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


def finish_assignment(enrolment: Enrolment, course: Keuzedeel, assignment: Assignment) -> None:
    """Tick an assignment off; the first time it proposes its practice and its writing as study hours."""
    if not tick_assignment(enrolment, assignment=assignment.slug):
        return
    for each in proposals(assignment):
        hours.propose(
            enrolment,
            source_key=_source(assignment, each),
            work_process=course.programme.module(assignment.header.module).work_process,
            minutes=each.minutes,
            description=_words(assignment, each),
        )


def reopen_assignment(enrolment: Enrolment, assignment: Assignment) -> None:
    """Take the tick back, with what it proposed; hours that were taken over stay."""
    untick_assignment(enrolment, assignment=assignment.slug)
    hours.withdraw(enrolment, source_keys=[_source(assignment, each) for each in proposals(assignment)])


def _source(assignment: Assignment, part: Proposal) -> str:
    return f"assignment:{assignment.slug}:{part.kind.value}:{part.part}"


def _words(assignment: Assignment, part: Proposal) -> str:
    values = {"title": assignment.title, "part": part.part, "parts": part.parts}
    is_writing = part.kind is TimeKind.WRITING
    if part.parts == 1:
        whole = _("Opdracht: %(title)s, schrijven", **values)
        return str(whole if is_writing else _("Opdracht: %(title)s, in de wijk", **values))
    if is_writing:
        return str(_("Opdracht: %(title)s, schrijven (deel %(part)s van %(parts)s)", **values))
    return str(_("Opdracht: %(title)s, in de wijk (deel %(part)s van %(parts)s)", **values))
