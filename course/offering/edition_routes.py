"""Publishing the course of a school, its earlier editions, and how a student will see it."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from course.offering import actions, page, queries
from course.offering.doors import offering, own_desk
from course.offering.forms import SeenForm
from course.offering.policy import SHAPE_COURSE
from course.programme.reading import document_body
from foundation.errors import Unknown
from foundation.web.answers import done
from foundation.web.forms import Form


@offering.post("/<keuzedeel>/publiceer")
@requires(SHAPE_COURSE)
def publish(keuzedeel: str) -> ResponseReturnValue:
    """Publish the draft as the next edition."""
    desk, form = own_desk(keuzedeel), SeenForm()
    form.checked()
    edition = actions.publish(desk, seen=form.version.data or 0, who=actor())
    message = _("Editie %(number)s is gepubliceerd. Studenten zien die vanaf nu.", number=edition.number)
    return done(message, back_to=url_for("offering.editions", keuzedeel=keuzedeel))


@offering.get("/<keuzedeel>/edities")
@requires(SHAPE_COURSE)
def editions(keuzedeel: str) -> ResponseReturnValue:
    """Show the editions, newest first, with what each changed."""
    below = request.args.get("voor", type=int)
    return render_template("offering/editions.html", **page.editions(own_desk(keuzedeel), below=below))


@offering.post("/<keuzedeel>/edities/<uuid:edition_id>/opnieuw")
@requires(SHAPE_COURSE)
def publish_again(keuzedeel: str, edition_id: UUID) -> ResponseReturnValue:
    """Publish an earlier edition anew."""
    desk = own_desk(keuzedeel)
    Form().checked()
    earlier = queries.edition_of(desk.school_id, keuzedeel, edition_id)
    if earlier is None:
        raise Unknown()
    edition = actions.publish_again(desk, earlier, who=actor())
    message = _(
        "Editie %(earlier)s geldt weer, als editie %(number)s.", earlier=earlier.number, number=edition.number
    )
    return done(message, back_to=url_for("offering.editions", keuzedeel=keuzedeel))


@offering.get("/<keuzedeel>/voorbeeld")
@requires(SHAPE_COURSE)
def preview(keuzedeel: str) -> ResponseReturnValue:
    """Show the draft as a student will see it."""
    desk = own_desk(keuzedeel)
    return render_template("offering/preview.html", **page.preview(desk, request.args.get("route", "")))


@offering.get("/<keuzedeel>/voorbeeld/<slug>")
@requires(SHAPE_COURSE)
def preview_document(keuzedeel: str, slug: str) -> ResponseReturnValue:
    """Show a lesson or assignment of the draft as a student will read it."""
    desk = own_desk(keuzedeel)
    document = desk.every_document.get(slug)
    if document is None:
        raise Unknown()
    body = document_body(desk.course, document)
    return render_template("offering/document.html", desk=desk, document=document, body=body)
