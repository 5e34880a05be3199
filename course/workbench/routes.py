"""The pages on which a student makes the pieces of work."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from course.workbench import pages, saving
from course.workbench.actions import add_item, move_item, remove_item
from course.workbench.asked import asked_slug
from course.workbench.desk import own_desk, own_item, own_section
from course.workbench.forms import first_answer
from course.workbench.name_form import MoveForm, RemoveForm, name_form
from course.workbench.policy import WORK
from foundation.errors import Unknown
from foundation.web.answers import done, wants_json

workbench = Blueprint("workbench", __name__, url_prefix="/werk")


@workbench.get("")
@requires(WORK)
def start() -> ResponseReturnValue:
    """Show all pieces and how far each is."""
    return render_template("workbench/start.html", **pages.overview(own_desk()))


@workbench.get("/<piece>")
@requires(WORK)
def piece(piece: str) -> ResponseReturnValue:
    """Show one piece with its sections."""
    desk = own_desk()
    return render_template("workbench/piece.html", **pages.whole_piece(desk, desk.piece(piece)))


@workbench.get("/<piece>/<section>")
@requires(WORK)
def section(piece: str, section: str) -> ResponseReturnValue:
    """Show one section with a form for each item."""
    return render_template("workbench/section.html", **pages.one_section(*own_section(piece, section)))


@workbench.post("/<piece>/<section>")
@requires(WORK)
def save_single(piece: str, section: str) -> ResponseReturnValue:
    """Save the one record of a section that is not a list."""
    desk, the_piece, the_section = own_section(piece, section)
    if the_section.kind != "single":
        raise Unknown()
    desk.locks.refuse(the_piece.work_process)
    back_to = url_for("workbench.section", piece=piece, section=section, opdracht=asked_slug())
    return saving.save_single(desk, the_piece, the_section, back_to=back_to)


@workbench.post("/<piece>/<section>/erbij")
@requires(WORK)
def add(piece: str, section: str) -> ResponseReturnValue:
    """Add an item by its name, and open it."""
    desk, the_piece, the_section = own_section(piece, section)
    desk.locks.refuse(the_piece.work_process)
    form = name_form(the_section)
    if not form.validate_on_submit():
        return render_template(
            "workbench/section.html", **pages.one_section(desk, the_piece, the_section, adding=form)
        ), 422
    values = {the_section.name_field.key: form.name.data}
    made = add_item(desk.enrolment, desk.work(the_piece), piece=the_piece, section=the_section, values=values)
    back_to = url_for(
        "workbench.item", item_id=made.id, opdracht=asked_slug(), _anchor=first_answer(the_section)
    )
    return redirect(back_to, 303)


@workbench.get("/onderdelen/<uuid:item_id>")
@requires(WORK)
def item(item_id: UUID) -> ResponseReturnValue:
    """Show one item with its form and what it is evidence for."""
    opened = own_item(item_id)
    if opened.section.kind == "single":
        return redirect(url_for("workbench.section", piece=opened.piece.key, section=opened.section.key), 303)
    return render_template("workbench/item.html", **pages.one_item(opened))


@workbench.post("/onderdelen/<uuid:item_id>")
@requires(WORK)
def save(item_id: UUID) -> ResponseReturnValue:
    """Save one item."""
    opened = own_item(item_id)
    opened.desk.locks.refuse(opened.piece.work_process)
    form = saving.form_of(opened)
    if wants_json():
        form.checked()
    elif not form.validate_on_submit():
        return render_template("workbench/item.html", **pages.one_item(opened, form=form)), 422
    return saving.save(
        opened, form, back_to=url_for("workbench.item", item_id=item_id, opdracht=asked_slug())
    )


@workbench.post("/onderdelen/<uuid:item_id>/plaats")
@requires(WORK)
def move(item_id: UUID) -> ResponseReturnValue:
    """Put an item one place up or down."""
    opened = own_item(item_id, of_list=True)
    opened.desk.locks.refuse(opened.piece.work_process)
    form = MoveForm()
    form.checked()
    move_item(opened.work, opened.item, up=form.direction.data == "omhoog")
    back_to = url_for(
        "workbench.section",
        piece=opened.piece.key,
        section=opened.section.key,
        opdracht=asked_slug(),
        _anchor=f"item-{item_id}",
    )
    return redirect(back_to, 303)


@workbench.get("/onderdelen/<uuid:item_id>/weggooien")
@requires(WORK)
def confirm_remove(item_id: UUID) -> ResponseReturnValue:
    """Ask whether an item may go."""
    opened = own_item(item_id, of_list=True)
    return render_template("workbench/remove.html", **pages.removal(opened), form=RemoveForm())


@workbench.post("/onderdelen/<uuid:item_id>/weggooien")
@requires(WORK)
def remove(item_id: UUID) -> ResponseReturnValue:
    """Throw an item away."""
    opened = own_item(item_id, of_list=True)
    opened.desk.locks.refuse(opened.piece.work_process)
    RemoveForm().checked()
    name = opened.work.name(opened.item)
    remove_item(opened.work, opened.item, actor_id=actor().person_id)
    back_to = url_for("workbench.section", piece=opened.piece.key, section=opened.section.key)
    return done(_("‘%(name)s’ is weggegooid.", name=name), back_to=back_to)
