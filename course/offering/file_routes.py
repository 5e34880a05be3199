"""The pages on which a school saves its course as a file, and takes one from another school."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from course.offering import file_actions, queries
from course.offering.course_faults import CourseFileRefused
from course.offering.course_file import MOST_BYTES, read_file
from course.offering.desk import Desk
from course.offering.doors import offering, own_desk
from course.offering.file_pictures import Opened, opened
from course.offering.forms import SeenForm
from course.offering.models import Upload
from course.offering.policy import SHAPE_COURSE
from course.offering.words import names_of, told
from course.programme.queries import keuzedelen_for
from foundation.errors import NotNow, Unknown
from foundation.storage.actions import give
from foundation.transaction import let_others_write
from foundation.web.answers import done, download
from foundation.web.forms import Form


class CourseUploadForm(Form):
    """One file with a course."""

    file = FileField(
        _l("Bestand"),
        validators=[FileRequired(_l("Kies eerst een bestand."))],
        description=_l("Een cursus die een school uit Wijkwijs heeft bewaard (.zip), van hooguit 20 MB."),
    )


@offering.route("/<keuzedeel>/bestand", methods=["GET", "POST"])
@requires(SHAPE_COURSE)
def files(keuzedeel: str) -> ResponseReturnValue:
    """Offer the course as a file, and take a file; nothing of the course changes yet."""
    desk, form = own_desk(keuzedeel), CourseUploadForm()
    if not form.validate_on_submit():
        status = 422 if form.is_submitted() else 200
        is_read = desk.catalogued in keuzedelen_for(actor())
        return render_template("offering/files.html", desk=desk, form=form, has_framework=is_read), status
    content = form.file.data.read(MOST_BYTES + 1)
    try:
        desk, course = _opened(keuzedeel, content)
        row = file_actions.bring(desk, content, course, who=actor())
    except CourseFileRefused as refused:
        return _refused(own_desk(keuzedeel), refused), 422
    return redirect(url_for("offering.upload", keuzedeel=keuzedeel, upload_id=row.id), 303)


@offering.post("/<keuzedeel>/bestand/bewaar")
@requires(SHAPE_COURSE)
def export(keuzedeel: str) -> ResponseReturnValue:
    """Give the course as one file."""
    desk = own_desk(keuzedeel)
    Form().checked()
    content = file_actions.exported(desk, who=actor())
    return download(content, name=f"cursus-{keuzedeel}.zip", kind="application/zip")


@offering.get("/<keuzedeel>/bestand/<uuid:upload_id>")
@requires(SHAPE_COURSE)
def upload(keuzedeel: str, upload_id: UUID) -> ResponseReturnValue:
    """Show what is wrong with a file, or what it will change in the draft."""
    desk = own_desk(keuzedeel)
    row = _upload(desk, upload_id)
    try:
        incoming = file_actions.incoming_of(desk, read_file(give(row.sha256)))
    except CourseFileRefused as refused:
        return _refused(desk, refused)
    names = names_of(incoming.plan, desk.catalogued.programme, {**desk.every_document, **incoming.documents})
    changed = [told(each, names) for each in incoming.changes]
    return render_template(
        "offering/incoming.html", desk=desk, upload=row, incoming=incoming, changed=changed
    )


@offering.post("/<keuzedeel>/bestand/<uuid:upload_id>")
@requires(SHAPE_COURSE)
def take(keuzedeel: str, upload_id: UUID) -> ResponseReturnValue:
    """Put the course of a file in the draft."""
    row, form = _upload(own_desk(keuzedeel), upload_id), SeenForm()
    form.checked()
    try:
        desk, course = _opened(keuzedeel, give(row.sha256))
        incoming = file_actions.incoming_of(desk, course.file)
    except CourseFileRefused as refused:
        raise _no_good() from refused
    if course.faults:
        raise _no_good()
    if incoming.changes:
        file_actions.take(incoming, course.clean, seen=form.version.data or 0, who=actor())
    back = url_for("offering.show", keuzedeel=keuzedeel)
    return done(_("De cursus uit het bestand staat in het concept."), back_to=back)


def _opened(keuzedeel: str, content: bytes) -> tuple[Desk, Opened]:
    """Open a file while nobody waits, and read anew what is there by then."""
    let_others_write()
    course = opened(content)
    return own_desk(keuzedeel), course


def _no_good() -> NotNow:
    return NotNow(_("Dit bestand klopt niet. Er is niets veranderd."))


def _upload(desk: Desk, upload_id: UUID) -> Upload:
    row = queries.upload_of(desk.school_id, desk.catalogued.slug, upload_id)
    if row is None:
        raise Unknown()
    return row


def _refused(desk: Desk, refused: CourseFileRefused) -> str:
    return render_template("offering/faults.html", desk=desk, faults=refused.faults)
