"""The page on which a school keeps the pictures of its own lessons."""

from __future__ import annotations

from uuid import UUID

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from course.offering.desk import Desk
from course.offering.doors import offering, own_desk
from course.offering.models import OwnDocument, OwnPicture
from course.offering.picture_actions import add_picture, note_refusal, put_back, remove_picture
from course.offering.picture_forms import PictureForm
from course.offering.picture_page import asked_document, pictures_page
from course.offering.picture_queries import picture_of, uses_of
from course.offering.policy import SHAPE_COURSE
from foundation.errors import Unknown
from foundation.transaction import let_others_write
from foundation.web.answers import done, wants_json
from foundation.web.forms import Form


@offering.get("/<keuzedeel>/plaatjes")
@requires(SHAPE_COURSE)
def pictures(keuzedeel: str) -> ResponseReturnValue:
    """Show the pictures of the school and the drawings of the course, with a form to add one."""
    desk = own_desk(keuzedeel)
    return _page(desk, PictureForm(formdata=None), _came_from(desk))


@offering.post("/<keuzedeel>/plaatjes")
@requires(SHAPE_COURSE)
def new_picture(keuzedeel: str) -> ResponseReturnValue:
    """Keep a picture, or say at the field why not."""
    form = PictureForm()
    let_others_write()  # cleaning a photo takes a while
    is_good = form.validate_on_submit()
    desk = own_desk(keuzedeel)
    if not is_good or form.clean is None:
        return _refused(desk, form)
    row = add_picture(desk, form.clean, title=str(form.title.data), who=actor())
    flash(_("‘%(title)s’ staat klaar. Zet hem nu in je tekst.", title=row.title), "ok")
    document = _came_from(desk)
    where = url_for("offering.pictures", keuzedeel=keuzedeel, _anchor=row.src)
    if document:
        where = url_for("offering.own", document_id=document.id, _anchor=row.src)
    return jsonify(location=where) if wants_json() else redirect(where, 303)


@offering.get("/<keuzedeel>/plaatjes/<uuid:picture_id>/weg")
@requires(SHAPE_COURSE)
def confirm_remove_picture(keuzedeel: str, picture_id: UUID) -> ResponseReturnValue:
    """Say which texts name a picture, and ask whether it may go."""
    desk = own_desk(keuzedeel)
    picture = _picture(desk, picture_id)
    return render_template("offering/remove_picture.html", desk=desk, picture=picture, uses=uses_of(picture))


@offering.post("/<keuzedeel>/plaatjes/<uuid:picture_id>/weg")
@requires(SHAPE_COURSE)
def throw_picture_away(keuzedeel: str, picture_id: UUID) -> ResponseReturnValue:
    """Throw a picture away, or take it out of the list when a text names it."""
    desk = own_desk(keuzedeel)
    picture = _picture(desk, picture_id)
    Form().checked()
    back = url_for("offering.pictures", keuzedeel=keuzedeel)
    if remove_picture(picture, who=actor()):
        return done(_("‘%(title)s’ is weggegooid.", title=picture.title), back_to=back)
    told = _("‘%(title)s’ staat niet meer in de lijst. Wat studenten lezen, blijft zo.", title=picture.title)
    return done(told, back_to=back)


@offering.post("/<keuzedeel>/plaatjes/<uuid:picture_id>/terug")
@requires(SHAPE_COURSE)
def put_picture_back(keuzedeel: str, picture_id: UUID) -> ResponseReturnValue:
    """Put a picture in the list again."""
    desk = own_desk(keuzedeel)
    picture = _picture(desk, picture_id)
    Form().checked()
    put_back(picture, who=actor())
    back = url_for("offering.pictures", keuzedeel=keuzedeel, _anchor=picture.src)
    return done(_("‘%(title)s’ staat weer in de lijst.", title=picture.title), back_to=back)


def _page(desk: Desk, form: PictureForm, document: OwnDocument | None) -> str:
    return render_template("offering/pictures.html", **pictures_page(desk, form, document))


def _refused(desk: Desk, form: PictureForm) -> ResponseReturnValue:
    if form.refused:
        note_refusal(desk, form.refused, who=actor())
    if wants_json():
        errors = {name: [str(each) for each in found] for name, found in form.errors.items() if name}
        return jsonify(message=_("Er is niets bewaard."), errors=errors), 422
    return _page(desk, form, _came_from(desk)), 422


def _came_from(desk: Desk) -> OwnDocument | None:
    return asked_document(desk, request.args.get("tekst", ""))


def _picture(desk: Desk, picture_id: UUID) -> OwnPicture:
    found = picture_of(desk.school_id, desk.catalogued.slug, picture_id)
    if found is None:
        raise Unknown()
    return found
