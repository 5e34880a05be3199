"""The programme as a student reads it, and the official text behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from accounts.policy.guard import requires, signed_in
from content.assignment import Assignment
from content.errors import UnknownContent
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from course.following import followed, followed_now
from course.hours.queries import balance
from course.hours.view import in_hours
from course.notes.pages import corners_of
from course.offering.begun import course_to_read
from course.offering.queries import course_for
from course.programme import overview
from course.programme.asked import asked_keuzedeel
from course.programme.forms import Confirm, begin_form
from course.programme.policy import FOLLOW
from course.programme.reading import assignment_body, lesson_body
from course.progress import studying
from course.progress.assignments import done_assignments, study_of
from course.progress.places import headings, place_in
from course.progress.queries import progress_of
from course.progress.rules import continue_with, lessons_on, neighbours, state_of
from course.selftest.page import is_following, with_questions, without_questions
from course.selftest.repeating import due_now
from course.workbench.assignment_places import PlaceView, made_for_others, place_view
from course.workbench.queries import work_of
from enrolment.deadlines.periods import read_periods
from enrolment.models import Enrolment
from foundation.errors import Unknown
from foundation.web.answers import done, saved, wants_json

programme = Blueprint("programme", __name__, url_prefix="/programma")

Found = TypeVar("Found")


@programme.get("")
@requires(FOLLOW)
def show() -> ResponseReturnValue:
    """Show the modules of the own route, and where to go on."""
    enrolment = followed(FOLLOW)
    course, route = course_for(enrolment), enrolment.route.value
    study = study_of(enrolment.id)
    lesson = continue_with(lessons_on(course, route), study.lessons)
    modules = overview.modules_on(course, route, study.lessons, study.assignments)
    return render_template(
        "programme/show.html",
        course=course,
        route=next(each for each in course.programme.routes if each.code == route),
        modules=modules,
        opened=overview.module_at(modules, lesson),
        assignments_done=study.assignments,
        total=course.programme.total(route),
        balance=balance(enrolment.id),
        due=len(due_now(enrolment.id, course)),
        lesson=lesson,
        place=place_in(lesson, study.lessons.get(lesson.slug)) if lesson else None,
        begun=bool(study.lessons),
        periods=read_periods(enrolment.cohort.periods),
    )


@programme.get("/lessen/<slug>")
@requires(FOLLOW)
def lesson(slug: str) -> ResponseReturnValue:
    """Show one lesson."""
    enrolment = followed(FOLLOW)
    course = course_to_read(enrolment, slug)
    found = _find(course.lesson, slug)
    read = progress_of(enrolment.id).get(slug)
    previous, following = neighbours(lessons_on(course, enrolment.route.value), slug)
    return render_template(
        "programme/lesson.html",
        lesson=found,
        is_offered=course is course_for(enrolment),
        body=with_questions(lesson_body(course, without_questions(found)), found, enrolment),
        corners=corners_of(found, enrolment),
        module=course.programme.module(found.header.module),
        number=overview.number_of(course, found.header.work_process),
        state=state_of(read),
        headings=headings(found),
        place=place_in(found, read),
        may_begin=is_following(enrolment),
        behaviours=overview.behaviours_of(course, found),
        items=overview.items_of(course, found),
        assignment=_assignment_after(found, course),
        previous=previous,
        following=following,
    )


@programme.post("/lessen/<slug>/begin")
@requires(FOLLOW)
def begin(slug: str) -> ResponseReturnValue:
    """Put this lesson at "Verder waar je was", at the heading that was reached."""
    enrolment = followed_now(FOLLOW)
    found = _find(course_to_read(enrolment, slug).lesson, slug)
    form = begin_form(headings(found))
    form.checked()
    studying.begin_lesson(enrolment, found, section=form["section"].data or "")
    if wants_json():  # the page noticed that somebody reads on: nothing to tell
        return saved(back_to="", version=0)
    return done(
        _("Deze les staat nu bij ‘Verder waar je was’."), back_to=url_for("programme.lesson", slug=slug)
    )


@programme.post("/lessen/<slug>/klaar")
@requires(FOLLOW)
def finish(slug: str) -> ResponseReturnValue:
    """Tick the lesson off, and propose its time as hours."""
    enrolment = followed_now(FOLLOW)
    Confirm().checked()
    found = _find(course_to_read(enrolment, slug).lesson, slug)
    studying.finish_lesson(enrolment, found)
    message = ngettext(
        "Deze les is klaar. Bij %(link)s staat een voorstel van %(num)s minuut.",
        "Deze les is klaar. Bij %(link)s staat een voorstel van %(num)s minuten.",
        found.minutes,
        link=_to_hours(),
    )
    return done(Markup(message), back_to=url_for("programme.show"))  # noqa: S704 - our own words and link


@programme.get("/opdrachten/<slug>")
@requires(FOLLOW)
def assignment(slug: str) -> ResponseReturnValue:
    """Show one assignment."""
    enrolment = followed(FOLLOW)
    course = course_for(enrolment)
    found, done_by_now = _find(course.assignment, slug), done_assignments(enrolment.id)
    module = course.programme.module(found.header.module)
    return render_template(
        "programme/assignment.html",
        assignment=found,
        body=assignment_body(course, found),
        module=module,
        number=overview.number_of(course, module.work_process),
        lessons_first=course.lessons_first(found),
        behaviours=overview.behaviours_of(course, found),
        items=overview.items_of(course, found),
        is_done=slug in done_by_now,
        place=_place(enrolment, course, found, done_by_now),
    )


@programme.post("/opdrachten/<slug>/klaar")
@requires(FOLLOW)
def finish_assignment(slug: str) -> ResponseReturnValue:
    """Tick the assignment off, and propose its time as hours."""
    enrolment = followed_now(FOLLOW)
    Confirm().checked()
    course = course_for(enrolment)
    found = _find(course.assignment, slug)
    studying.finish_assignment(enrolment, course, found)
    message = _(
        "Deze opdracht is klaar. Bij %(link)s staat een voorstel van samen %(amount)s. "
        "Zet elk deel op de dag waarop je het deed.",
        amount=in_hours(found.minutes),
        link=_to_hours(),
    )
    return done(Markup(message), back_to=url_for("programme.assignment", slug=slug))  # noqa: S704 - as above


@programme.post("/opdrachten/<slug>/nog-niet")
@requires(FOLLOW)
def reopen_assignment(slug: str) -> ResponseReturnValue:
    """Take the tick of an assignment back."""
    enrolment = followed_now(FOLLOW)
    Confirm().checked()
    studying.reopen_assignment(enrolment, _find(course_for(enrolment).assignment, slug))
    message = _("De opdracht staat weer open. Uren die je al overnam, blijven staan.")
    return done(message, back_to=url_for("programme.assignment", slug=slug))


@programme.get("/kader")
@signed_in
def framework() -> ResponseReturnValue:
    """Show the official text of the keuzedeel and the rules of the example exam plan."""
    asked = asked_keuzedeel()
    return render_template(
        "programme/framework.html", course=asked.keuzedeel, choices=asked.tabs("programme.framework")
    )


def _to_hours() -> Markup:
    return Markup('<a href="{}">{}</a>').format(url_for("hours.show"), _("Uren"))


def _find(look_up: Callable[[str], Found], slug: str) -> Found:
    try:
        return look_up(slug)
    except UnknownContent as missing:
        raise Unknown() from missing


def _place(
    enrolment: Enrolment, course: Keuzedeel, found: Assignment, done_by_now: frozenset[str]
) -> PlaceView | None:
    """Say where in the work an assignment is done, and what stands there. At most one statement."""
    place = course.place_of(found)
    if place is None:
        return None
    items = work_of(enrolment, course, place[0]).of(*place)
    return place_view(found, *place, items, of_others=made_for_others(course, found, done_by_now))


def _assignment_after(found: Lesson, course: Keuzedeel) -> Assignment | None:
    """Give the assignment that a lesson leads to, when it is there."""
    wanted = found.header.assignment
    return next((each for each in course.assignments if each.slug == wanted), None)
