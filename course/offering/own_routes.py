"""The pages on which a school writes its own lessons and assignments."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from course.offering import own_actions, queries
from course.offering.desk import desk_of
from course.offering.doors import offering, own_desk
from course.offering.kinds import OwnKind
from course.offering.own_actions import Written
from course.offering.own_forms import NewForm, OwnForm, own_form, theirs
from course.offering.own_page import Opened, opened_page, versions_page
from course.offering.policy import SHAPE_COURSE
from foundation.errors import ChangedMeanwhile
from foundation.web.answers import done, saved, wants_json


@offering.route("/<keuzedeel>/nieuw", methods=["GET", "POST"])
@requires(SHAPE_COURSE)
def new_own(keuzedeel: str) -> ResponseReturnValue:
    """Begin an own lesson or assignment."""
    desk, form = own_desk(keuzedeel), NewForm()
    if form.validate_on_submit():
        made = own_actions.begin(desk, kind=OwnKind(form.kind.data), title=str(form.title.data))
        return redirect(url_for("offering.own", document_id=made.id), 303)
    status = 422 if form.is_submitted() else 200
    return render_template("offering/new.html", desk=desk, form=form), status


@offering.get("/eigen/<uuid:document_id>")
@requires(SHAPE_COURSE)
def own(document_id: UUID) -> ResponseReturnValue:
    """Show an own document with its form and how a student will read it."""
    return render_template("offering/own.html", **opened_page(_opened(document_id)))


@offering.post("/eigen/<uuid:document_id>")
@requires(SHAPE_COURSE)
def save_own(document_id: UUID) -> ResponseReturnValue:
    """Save an own document."""
    opened = _opened(document_id)
    form = _form(opened)
    if wants_json():
        form.checked()
    elif not form.validate_on_submit():
        return render_template("offering/own.html", **opened_page(opened, form)), 422
    try:
        _save(opened, form)
    except ChangedMeanwhile as changed:
        return _both(opened, form, changed), 409
    fragments = {"#voorbeeld": render_template("offering/own_preview.html", opened=_again(opened))}
    back = _after_saving(opened)
    return saved(back_to=back, version=opened.document.version, fragments=fragments)


@offering.post("/eigen/<uuid:document_id>/klaar")
@requires(SHAPE_COURSE)
def ready_own(document_id: UUID) -> ResponseReturnValue:
    """Save the document, keep it as a version and put that in the draft of the course."""
    opened = _opened(document_id)
    form, stood = _form(opened), opened.document.version
    good = form.validate_on_submit()
    if good:
        try:
            _save(opened, form)
        except ChangedMeanwhile as changed:
            return _both(opened, form, changed), 409
        form.version.data = stood  # a refusal keeps nothing, so this is what stands there after it
        opened = _again(opened)
        good = _without_complaints(opened, form)
    if not good:
        return render_template("offering/own.html", **opened_page(opened, form)), 422
    version = own_actions.make_ready(opened.desk, opened.document, who=actor())
    message = _(
        "Versie %(number)s staat in het concept. Studenten zien die als je de cursus publiceert.",
        number=version.number,
    )
    back = url_for("offering.show", keuzedeel=opened.document.keuzedeel, _anchor=opened.document.slug)
    return done(message, back_to=back)


@offering.get("/eigen/<uuid:document_id>/versies")
@requires(SHAPE_COURSE)
def own_versions(document_id: UUID) -> ResponseReturnValue:
    """Show the versions of an own document, each beside the one before."""
    return render_template("offering/versions.html", **versions_page(_opened(document_id)))


def _opened(document_id: UUID) -> Opened:
    document = allow(SHAPE_COURSE, queries.document_of(actor().school_id, document_id))
    writing = request.method == "POST"
    return Opened(desk_of(document.school_id, document.keuzedeel, for_writing=writing), document)


def _after_saving(opened: Opened) -> str:
    """The button that leads to the pictures saves the text first, so that without script nothing is lost."""
    document = opened.document
    if request.args.get("naar") == "plaatjes":
        return url_for("offering.pictures", keuzedeel=document.keuzedeel, tekst=document.id)
    return url_for("offering.own", document_id=document.id)


def _again(opened: Opened) -> Opened:
    """What is known of the text before it was saved no longer holds."""
    return Opened(opened.desk, opened.document)


def _form(opened: Opened, *, fresh: bool = False) -> OwnForm:
    return own_form(opened.document, opened.desk.catalogued, opened.desk.plan, fresh=fresh)


def _save(opened: Opened, form: OwnForm) -> None:
    written = Written(form.header, form.body.data or "", form.version.data or 0)
    own_actions.save(opened.document, written, theirs=theirs(form, _form(opened, fresh=True)))


def _both(opened: Opened, form: OwnForm, changed: ChangedMeanwhile) -> str:
    """Show what was typed beside what another saved; the page's own script shows them itself."""
    if wants_json():
        raise changed
    form.version.data = changed.version
    return render_template("offering/own.html", **opened_page(opened, form, theirs=changed.theirs))


def _without_complaints(opened: Opened, form: OwnForm) -> bool:
    for each in opened.complaints:
        form[each.field].errors = [*form[each.field].errors, each.told]
    return not opened.complaints
