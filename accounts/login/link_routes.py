"""Pages behind the links of mails, and the page to ask for one."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.login import actions, email_actions, limits, password_actions, signing
from accounts.login.blueprints import login
from accounts.login.errors import DeadLink
from accounts.login.forms import ForgottenForm, NewPasswordForm
from accounts.login.models import OneTimeToken, TokenPurpose
from accounts.login.queries import invited_as
from accounts.login.sessions import this_browser
from accounts.login.tokens import find_dead_token, find_token
from accounts.people.models import Person
from accounts.policy.guard import half_signed_in, public
from accounts.schools.queries import active_memberships
from foundation.database import db
from foundation.web.answers import done
from foundation.web.forms import Form


@login.route("/wachtwoord-vergeten", methods=["GET", "POST"])
@public
def forgotten() -> ResponseReturnValue:
    """Ask for a link; the answer is the same for every address."""
    form = ForgottenForm()
    if form.validate_on_submit():
        password_actions.ask_reset(form.email.data or "")
        return render_template("login/forgotten_sent.html", email=form.email.data)
    return render_template("login/forgotten.html", form=form), 422 if form.errors else 200


@login.route("/wachtwoord/<token>", methods=["GET", "POST"])
@public
def new_password(token: str) -> ResponseReturnValue:
    """Choose a new password with a link of a mail."""
    form = NewPasswordForm()
    row, person = _opened(TokenPurpose.RESET, token, form)
    if row is None or person is None:
        return render_template("login/reset_dead.html"), 410
    if form.validate_on_submit():
        password_actions.set_by_link(row, form.password.data or "")
        return done(_("Je nieuwe wachtwoord werkt. Log er nu mee in."), back_to=url_for("login.sign_in"))
    page = render_template("login/new_password.html", form=form, token=token, email=person.email)
    return page, 422 if form.errors else 200


@login.route("/uitnodiging/<token>", methods=["GET", "POST"])
@public
def invitation(token: str) -> ResponseReturnValue:
    """Choose a first password with an invitation."""
    form = NewPasswordForm()
    row, person = _opened(TokenPurpose.INVITATION, token, form)
    if row is None or person is None:
        known = find_dead_token(TokenPurpose.INVITATION, token)
        return render_template("login/invitation_dead.html", token=token if known else None), 410
    if form.validate_on_submit():
        return _accept(row, form.password.data or "")
    member, school = invited_as(row)
    page = render_template(
        "login/invitation.html", form=form, token=token, email=person.email, member=member, school=school
    )
    return page, 422 if form.errors else 200


@login.post("/uitnodiging/<token>/opnieuw")
@public
def invite_again(token: str) -> ResponseReturnValue:
    """Mail a new invitation to whom an old one was sent."""
    Form().checked()
    row = find_dead_token(TokenPurpose.INVITATION, token)
    if row is None:
        raise DeadLink()
    member_id, person_id = row.membership_id, row.person_id
    limits.count_letter(str(person_id))
    for membership in active_memberships(person_id):
        if membership.id == member_id:
            actions.invite(membership, actor_id=None)
    message = _("Je krijgt een nieuwe mail. Kijk ook bij ongewenste mail.")
    return done(message, back_to=url_for("login.sign_in"))


@login.get("/welkom")
@half_signed_in
def welcome() -> ResponseReturnValue:
    """Say what happens next, after the first password."""
    return render_template("login/welcome.html", member=this_browser().membership)


@login.route("/e-mail-bevestigen/<token>", methods=["GET", "POST"])
@public
def confirm_email(token: str) -> ResponseReturnValue:
    """Confirm a new address with the link that was mailed there."""
    form = Form()
    row, _person = _opened(TokenPurpose.NEW_EMAIL, token, form)
    if row is None:
        return render_template("login/email_dead.html"), 410
    if form.validate_on_submit():
        email_actions.confirm_new_email(row)
        return done(_("Je nieuwe e-mailadres werkt vanaf nu."), back_to=url_for("account.show"))
    return render_template("login/confirm_email.html", form=form, token=token, email=row.email)


def _accept(row: OneTimeToken, password: str) -> ResponseReturnValue:
    member, _school = invited_as(row)
    person = password_actions.set_by_link(row, password)
    memberships = active_memberships(person.id)
    chosen = next((each for each in memberships if each.id == member.id), None)
    if chosen is None:
        raise DeadLink()
    signing.let_in(person, chosen)
    return done(_("Je wachtwoord is bewaard. Je bent nu ingelogd."), back_to=url_for("login.welcome"))


def _opened(
    purpose: TokenPurpose, token: str, form: Form | NewPasswordForm
) -> tuple[OneTimeToken | None, Person | None]:
    """Find a link that works and whose it is; count the tries of who posts."""
    if form.is_submitted():
        limits.count_link()
    row = find_token(purpose, token)
    person = db.session.get(Person, row.person_id) if row else None
    if row is None or person is None or person.disabled_at:
        return None, None
    if isinstance(form, NewPasswordForm):
        form.known = (person.email,)
    return row, person
