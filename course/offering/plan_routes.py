"""The pages on which a school chooses and orders its course."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from content.errors import UnknownContent
from course.offering import actions, editing, own_actions, page
from course.offering.desk import Desk
from course.offering.doors import offering, own_desk
from course.offering.errors import DraftOvertaken
from course.offering.forms import HoursForm, SeenForm, StepForm, hours_form, module_form
from course.offering.meanwhile import beside_theirs, is_overtaken
from course.offering.plan import Plan
from course.offering.policy import SHAPE_COURSE
from course.offering.words import names_of, step_told
from enrolment.catalogue import catalogue
from foundation.errors import Invalid, Unknown
from foundation.web.answers import done
from foundation.web.forms import Form


@offering.get("")
@requires(SHAPE_COURSE)
def overview() -> ResponseReturnValue:
    """Show the courses there are."""
    courses = page.courses(actor().school_id, catalogue().keuzedelen)
    return render_template("offering/overview.html", courses=courses)


@offering.get("/<keuzedeel>")
@requires(SHAPE_COURSE)
def show(keuzedeel: str) -> ResponseReturnValue:
    """Show the draft of the course, with what it changes."""
    return render_template("offering/show.html", **page.whole(own_desk(keuzedeel)))


@offering.post("/<keuzedeel>")
@requires(SHAPE_COURSE)
def step(keuzedeel: str) -> ResponseReturnValue:
    """Put something one place up or down, on or off."""
    desk, form = own_desk(keuzedeel), StepForm()
    form.checked()
    before, names = desk.plan, names_of(desk.plan, desk.catalogued.programme, desk.every_document)
    plan = _after(before, form)
    actions.change_draft(desk, plan, seen=form.version.data or 0)
    own_actions.follow_plan(desk, plan)
    message = step_told(form.act, names.get(form.what, form.what), changed=plan != before)
    return done(message, back_to=url_for("offering.show", keuzedeel=keuzedeel, _anchor=form.what))


@offering.route("/<keuzedeel>/modules/<module>", methods=["GET", "POST"])
@requires(SHAPE_COURSE)
def module(keuzedeel: str, module: str) -> ResponseReturnValue:
    """Change the title and goals of a module, and the titles of its blocks."""
    desk = own_desk(keuzedeel)
    try:
        planned = desk.plan.module(module)
    except UnknownContent as missing:
        raise Unknown() from missing
    form = module_form(planned, version=desk.seen)
    overtaken = is_overtaken(form, desk)
    if overtaken:
        beside_theirs(form, module_form(planned, version=desk.seen, fresh=True))
    elif form.validate_on_submit():
        plan = editing.renamed(
            desk.plan, module, title=str(form.title.data), goals=form.lines, blocks=form.blocks
        )
        actions.change_draft(desk, plan, seen=form.version.data or 0)
        back = url_for("offering.show", keuzedeel=keuzedeel, _anchor=module)
        return done(_("De module is bewaard in het concept."), back_to=back)
    status = _status(form, overtaken=overtaken)
    return render_template("offering/module.html", desk=desk, module=planned, form=form), status


@offering.route("/<keuzedeel>/uren", methods=["GET", "POST"])
@requires(SHAPE_COURSE)
def hours(keuzedeel: str) -> ResponseReturnValue:
    """Divide the hours over the modules; each route adds up to the study load."""
    desk = own_desk(keuzedeel)
    form = _hours_form(desk)
    overtaken = is_overtaken(form, desk)
    if overtaken:
        beside_theirs(form, _hours_form(desk, fresh=True))
    elif form.validate_on_submit():
        actions.change_draft(desk, editing.with_hours(desk.plan, form.hours()), seen=form.version.data or 0)
        back = url_for("offering.show", keuzedeel=keuzedeel)
        return done(_("De uren zijn bewaard in het concept."), back_to=back)
    status = _status(form, overtaken=overtaken)
    return render_template("offering/hours.html", desk=desk, form=form), status


@offering.post("/<keuzedeel>/weg")
@requires(SHAPE_COURSE)
def drop(keuzedeel: str) -> ResponseReturnValue:
    """Throw the draft away."""
    desk, form = own_desk(keuzedeel), SeenForm()
    form.checked()
    actions.drop_draft(desk, seen=form.version.data or 0, who=actor())
    back = url_for("offering.show", keuzedeel=keuzedeel)
    return done(_("Het concept is weg. Hier staat weer wat studenten nu zien."), back_to=back)


@offering.errorhandler(DraftOvertaken)
def overtaken(_error: DraftOvertaken) -> ResponseReturnValue:
    """Show the course as it stands now to who pressed a button of an older page."""
    desk = own_desk(str((request.view_args or {})["keuzedeel"]))
    return render_template("offering/show.html", overtaken=True, **page.whole(desk)), 409


def _hours_form(desk: Desk, *, fresh: bool = False) -> HoursForm:
    course = desk.catalogued
    load = course.qualification.study_load
    return hours_form(desk.plan, course.programme.routes, load=load, version=desk.seen, fresh=fresh)


def _status(form: Form, *, overtaken: bool) -> int:
    if overtaken:
        return 409
    return 422 if form.is_submitted() else 200


def _after(plan: Plan, form: StepForm) -> Plan:
    known = {*(each.code for each in plan.modules), *plan.placed}
    known |= {block.code for each in plan.modules for block in each.blocks}
    if form.what in known and form.act in {"omhoog", "omlaag"}:
        return editing.moved(plan, form.what, up=form.act == "omhoog")
    if form.what in known and form.act in {"aan", "uit"}:
        return editing.switched(plan, form.what, on=form.act == "aan")
    raise Invalid({}, _("Deze knop hoort bij een oudere pagina. Laad de pagina opnieuw."))
