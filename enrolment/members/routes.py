"""The people of the school: search, roles, invitations, leaving."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.login.actions import invite
from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from accounts.schools import actions
from accounts.schools.models import Membership, Role
from enrolment.doors import members
from enrolment.members import queries
from enrolment.members.forms import NewMemberForm, RoleForm
from enrolment.members.invitations import invitations_of
from enrolment.policy import MANAGE_PEOPLE
from foundation.errors import NotNow, Refused
from foundation.web.answers import done
from foundation.web.forms import Form
from foundation.web.paging import asked_cursor, asked_text


def allowed_member(membership_id: UUID) -> Membership:
    """Fetch a member of the actor's school, or answer that there is none."""
    found: Membership = allow(MANAGE_PEOPLE, queries.member_of(actor().school_id, membership_id))
    return found


@members.get("/mensen")
@requires(MANAGE_PEOPLE)
def overview() -> ResponseReturnValue:
    """Show the people of the school."""
    text, role = asked_text("zoek"), _asked_role()
    page = queries.page_of_members(actor().school_id, text, role, asked_cursor())
    return render_template(
        "enrolment/members.html", page=page, text=text, role=role, roles=list(Role),
        invitations=invitations_of(page.rows),
    )  # fmt: skip


@members.route("/mensen/nieuw", methods=["GET", "POST"])
@requires(MANAGE_PEOPLE)
def new() -> ResponseReturnValue:
    """Make somebody a member of the school and send an invitation."""
    form = NewMemberForm()
    if form.validate_on_submit():
        try:
            member = actions.make_member(actor().school_id, actor_id=actor().person_id, **form.newcomer())
        except Refused as refused:
            form.email.errors = [refused.text]
        else:
            invite(member, actor_id=actor().person_id)
            message = _("%(name)s hoort nu bij de school. De uitnodiging is onderweg.", name=member.name)
            return done(message, back_to=_page_of(member))
    return render_template("enrolment/new_member.html", form=form), 422 if form.is_submitted() else 200


@members.get("/mensen/<uuid:membership_id>")
@requires(MANAGE_PEOPLE)
def show(membership_id: UUID) -> ResponseReturnValue:
    """Show one person of the school."""
    return _page(allowed_member(membership_id), RoleForm(formdata=None))


@members.post("/mensen/<uuid:membership_id>/rollen")
@requires(MANAGE_PEOPLE)
def grant(membership_id: UUID) -> ResponseReturnValue:
    """Give a role."""
    member = allowed_member(membership_id)
    form = RoleForm()
    if not form.validate():
        return _page(member, form, 422)
    actions.grant_role(member, Role(form.role.data), actor_id=actor().person_id)
    return done(_("De rol is gegeven."), back_to=_page_of(member))


@members.post("/mensen/<uuid:membership_id>/rollen/<role>/afnemen")
@requires(MANAGE_PEOPLE)
def revoke(membership_id: UUID, role: str) -> ResponseReturnValue:
    """Take a role away."""
    member = allowed_member(membership_id)
    Form().checked()
    taken = {each.value: each for each in member.roles}.get(role)
    if taken is None:
        raise NotNow(_("Deze persoon heeft die rol niet meer. Laad de pagina opnieuw."))
    actions.revoke_role(member, taken, actor_id=actor().person_id)
    if member.id == actor().membership_id:
        flash(_("De rol is afgenomen."), "ok")
        return redirect(url_for("home.start"), 303)
    return done(_("De rol is afgenomen."), back_to=_page_of(member))


@members.post("/mensen/<uuid:membership_id>/uitnodiging")
@requires(MANAGE_PEOPLE)
def send_invitation(membership_id: UUID) -> ResponseReturnValue:
    """Send the invitation again."""
    member = allowed_member(membership_id)
    Form().checked()
    if member.ended_at:
        raise NotNow()
    invite(member, actor_id=actor().person_id)
    return done(_("De uitnodiging is onderweg."), back_to=_page_of(member))


@members.post("/mensen/<uuid:membership_id>/einde")
@requires(MANAGE_PEOPLE)
def end(membership_id: UUID) -> ResponseReturnValue:
    """Let somebody leave the school."""
    member = allowed_member(membership_id)
    Form().checked()
    actions.end_membership(member, actor_id=actor().person_id)
    message = _("%(name)s kan niet meer inloggen bij deze school. Het werk blijft bewaard.", name=member.name)
    is_missed = queries.still_judged_by(member)
    return done(message, back_to=_page_of(member) if is_missed else url_for("members.overview"))


def _page(member: Membership, form: RoleForm, status: int = 200) -> ResponseReturnValue:
    form.offer([role for role in Role if role not in member.roles])
    page = render_template(
        "enrolment/member.html", member=member, form=form,
        invitation=invitations_of([member])[member.id], enrolments=queries.enrolments_of(member),
        judged=queries.still_judged_by(member),
    )  # fmt: skip
    return page, status


def _page_of(member: Membership) -> str:
    return url_for("members.show", membership_id=member.id)


def _asked_role() -> Role | None:
    return {role.value: role for role in Role}.get(request.args.get("rol", ""))
