"""Write notes at lessons, read them together, make evidence of one."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.guard import requires
from content.lesson import Lesson
from course.following import followed
from course.notes import pages
from course.notes.actions import make_evidence, save_note
from course.notes.errors import NothingWritten
from course.notes.forms import NoteForm, note_form
from course.notes.models import Note
from course.notes.places import is_place, lesson_called
from course.notes.policy import WRITE_NOTES
from course.notes.queries import Written, note_at, note_by_id
from course.offering.queries import whole_course_for
from course.workbench.desk import own_desk
from enrolment.models import Enrolment
from foundation.errors import Unknown
from foundation.web.answers import done, saved, wants_json
from foundation.web.forms import Form

notes = Blueprint("notes", __name__, url_prefix="/programma/notities")


@notes.get("")
@requires(WRITE_NOTES)
def show() -> ResponseReturnValue:
    """Show all own notes."""
    enrolment = followed(WRITE_NOTES)
    return render_template("notes/show.html", piles=pages.piles(whole_course_for(enrolment), enrolment))


@notes.get("/bij/<lesson>/<section>")
@requires(WRITE_NOTES)
def note(lesson: str, section: str) -> ResponseReturnValue:
    """Show one note by itself."""
    enrolment = followed(WRITE_NOTES)
    found, there = _place(enrolment, lesson, section)
    return _alone(enrolment, found, section, there)


@notes.post("/bij/<lesson>/<section>")
@requires(WRITE_NOTES)
def save(lesson: str, section: str) -> ResponseReturnValue:
    """Save one note."""
    enrolment = _to_write()
    found, there = _place(enrolment, lesson, section)
    form = note_form(there)
    if wants_json():
        form.checked()
    elif not form.validate_on_submit():
        return _alone(enrolment, found, section, there, form), 422
    body = form.body.data or ""
    theirs = {"body": {"label": str(form.body.label.text), "text": there.body}} if there else {}
    version = form.version.data or 0
    was_empty = there is None or not there.body
    kept = save_note(
        enrolment, there, lesson=lesson, section=section, version=version, body=body, theirs=theirs
    )
    back_to = url_for("programme.lesson", slug=lesson, _anchor=f"notitie-{section}")
    fragments = pages.evidence_fragment(enrolment, kept) if was_empty != (not body) else {}
    return saved(back_to=back_to, version=kept.version, fragments=fragments)


@notes.post("/<uuid:note_id>/bewijs")
@requires(WRITE_NOTES)
def evidence(note_id: UUID) -> ResponseReturnValue:
    """Make evidence of a note, once; the second time it opens what was made."""
    Form().checked()
    desk = own_desk()
    desk.locks.refuse()
    written = note_by_id(desk.enrolment, note_id)
    if written.evidence_id:
        return redirect(url_for("portfolio.evidence", evidence_id=written.evidence_id), 303)
    if not written.note.body:
        raise NothingWritten()
    lesson = lesson_called(whole_course_for(desk.enrolment), written.note.lesson)
    title = _("Notitie: %(lesson)s", lesson=lesson.title if lesson else written.note.lesson)
    source = pages.place_in_words(lesson, written)
    made = make_evidence(desk.enrolment, written, title=title, source=source)
    return done(
        _("Je notitie staat nu bij je bewijs. Kies bij welke criteria dit hoort."),
        back_to=url_for("portfolio.evidence", evidence_id=made.id),
    )


def _to_write() -> Enrolment:
    """Give the own enrolment, locked: two tabs that write the first text wait for each other."""
    desk = own_desk()
    desk.locks.refuse()
    return desk.enrolment


def _place(enrolment: Enrolment, slug: str, section: str) -> tuple[Lesson, Note | None]:
    lesson = lesson_called(whole_course_for(enrolment), slug)
    if lesson is None:
        raise Unknown()
    there = note_at(enrolment, slug, section)
    if there is None and not is_place(lesson, section):
        raise Unknown()
    return lesson, there


def _alone(
    enrolment: Enrolment, lesson: Lesson, section: str, there: Note | None, form: NoteForm | None = None
) -> str:
    title = pages.titles_of(lesson).get(section, "")
    written = Written(there, None) if there else None
    corner = pages.corner(lesson.slug, section, title, written, enrolment)
    return render_template("notes/note.html", lesson=lesson, corner=corner, form=form or corner.form)
