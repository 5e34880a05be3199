"""The pages on which a student collects evidence and sees what it covers."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from course.portfolio import pages, saving
from course.portfolio.actions import add_files, add_text, note_refusals, remove_evidence
from course.portfolio.downloads import as_download
from course.portfolio.filters import init_filters
from course.portfolio.forms import FilesForm, RemoveForm, TitleForm
from course.portfolio.queries import evidence_by_id
from course.portfolio.receiving import Received
from course.workbench.desk import Desk, own_desk, own_item
from course.workbench.errors import Locked
from course.workbench.policy import WORK
from foundation.transaction import let_others_write
from foundation.web.answers import done, wants_json

portfolio = Blueprint("portfolio", __name__, url_prefix="/bewijs")
portfolio.record_once(lambda state: init_filters(state.app))


@portfolio.get("")
@requires(WORK)
def show() -> ResponseReturnValue:
    """Show all evidence."""
    return render_template("portfolio/show.html", **pages.everything(own_desk()))


@portfolio.get("/dekking")
@requires(WORK)
def coverage() -> ResponseReturnValue:
    """Show criteria against evidence."""
    chosen = request.args.get("werkproces") or None
    return render_template("portfolio/coverage.html", **pages.matrix(own_desk(), chosen))


@portfolio.post("/teksten")
@requires(WORK)
def add() -> ResponseReturnValue:
    """Begin a text, and open it."""
    desk = own_desk()
    desk.locks.refuse()
    form = TitleForm()
    if not form.validate_on_submit():
        return render_template("portfolio/show.html", **pages.everything(desk, title_form=form)), 422
    made = add_text(desk.enrolment, title=form.title.data or "")
    return redirect(url_for("portfolio.evidence", evidence_id=made.id), 303)


@portfolio.post("/bestanden")
@requires(WORK)
def upload() -> ResponseReturnValue:
    """Keep files, or say of each why not."""
    form = FilesForm()
    let_others_write()  # cleaning files takes a while
    received = Received(form.files.data) if form.validate_on_submit() else None
    desk = own_desk()
    desk.locks.refuse()
    if received is None or received.refused:
        return _refused(desk, form, received)
    kept = add_files(desk.enrolment, received.uploads, most_bytes=received.most_bytes)
    flash(ngettext("%(num)s bestand is bewaard.", "%(num)s bestanden zijn bewaard.", len(kept)), "ok")
    where = url_for("portfolio.show")
    if len(kept) == 1:
        where = url_for("portfolio.evidence", evidence_id=kept[0].id)
    return jsonify(location=where) if wants_json() else redirect(where, 303)


@portfolio.get("/<uuid:evidence_id>")
@requires(WORK)
def evidence(evidence_id: UUID) -> ResponseReturnValue:
    """Show one text or file, and the criteria it serves."""
    desk = own_desk()
    return render_template(
        "portfolio/evidence.html", **pages.one(desk, evidence_by_id(desk.enrolment, evidence_id))
    )


@portfolio.post("/<uuid:evidence_id>")
@requires(WORK)
def save(evidence_id: UUID) -> ResponseReturnValue:
    """Save title, text and criteria."""
    desk = own_desk()
    found = evidence_by_id(desk.enrolment, evidence_id)
    form = saving.form_of(desk, found)
    if wants_json():
        form.checked()
    elif not form.validate_on_submit():
        return render_template("portfolio/evidence.html", **pages.one(desk, found, form=form)), 422
    return saving.save(desk, found, form, back_to=url_for("portfolio.evidence", evidence_id=evidence_id))


@portfolio.post("/onderdelen/<uuid:item_id>")
@requires(WORK)
def save_item_criteria(item_id: UUID) -> ResponseReturnValue:
    """Link an item of work to criteria of its work process."""
    opened = own_item(item_id)
    opened.desk.locks.refuse(opened.piece.work_process)
    return saving.save_item(opened, back_to=url_for("workbench.item", item_id=item_id))


@portfolio.get("/<uuid:evidence_id>/bestand")
@requires(WORK)
def download(evidence_id: UUID) -> ResponseReturnValue:
    """Give an own file."""
    found = evidence_by_id(own_desk().enrolment, evidence_id)
    return as_download(title=found.title, sha256=found.sha256, content_type=found.content_type)


@portfolio.get("/<uuid:evidence_id>/weggooien")
@requires(WORK)
def confirm_remove(evidence_id: UUID) -> ResponseReturnValue:
    """Ask whether evidence may go."""
    desk = own_desk()
    found = evidence_by_id(desk.enrolment, evidence_id)
    reason = pages.fixed_reason(desk, found)
    return render_template("portfolio/remove.html", evidence=found, reason=reason)


@portfolio.post("/<uuid:evidence_id>/weggooien")
@requires(WORK)
def remove(evidence_id: UUID) -> ResponseReturnValue:
    """Throw evidence away."""
    desk = own_desk()
    found = evidence_by_id(desk.enrolment, evidence_id)
    RemoveForm().checked()
    if reason := pages.fixed_reason(desk, found):
        raise Locked(reason)
    remove_evidence(found, actor_id=actor().person_id)
    return done(_("‘%(title)s’ is weggegooid.", title=found.title), back_to=url_for("portfolio.show"))


def _refused(desk: Desk, form: FilesForm, received: Received | None) -> ResponseReturnValue:
    refused = received.refused if received else []
    note_refusals(desk.enrolment, [code for _name, _text, code in refused], actor_id=actor().person_id)
    if wants_json():
        files = [{"name": name, "message": text} for name, text, _code in refused]
        errors = {name: [str(each) for each in found] for name, found in form.errors.items() if name}
        return jsonify(message=_("Er is niets bewaard."), files=files, errors=errors), 422
    page = pages.everything(desk, files_form=form, refused=refused)
    return render_template("portfolio/show.html", **page), 422
