"""The own account: address, language, colours, password."""

from __future__ import annotations

from flask import current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.login import email_actions, password_actions
from accounts.login.blueprints import account
from accounts.login.browsers import parts_of
from accounts.login.errors import WrongPassword
from accounts.login.forms import ChangeEmailForm, ChangePasswordForm, PreferencesForm
from accounts.login.queries import doors_of, open_sessions
from accounts.login.rules import needs_second_factor, term_for
from accounts.login.sessions import this_browser
from accounts.people.models import Person
from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from accounts.schools.names import ROLE_NAMES
from foundation.database import db
from foundation.web.answers import done


@account.get("/account")
@signed_in
def show() -> ResponseReturnValue:
    """Show the own account."""
    return _page(PreferencesForm(language=actor().language, theme=actor().theme))


@account.post("/account/voorkeuren")
@signed_in
def save_preferences() -> ResponseReturnValue:
    """Keep language and colours."""
    form = PreferencesForm()
    if not form.validate_on_submit():
        return _page(form), 422
    person = db.session.get_one(Person, actor().person_id)
    person.language, person.theme = form.language.data, form.theme.data
    return done(_("Je voorkeuren zijn bewaard."), back_to=url_for("account.show"))


@account.route("/account/wachtwoord", methods=["GET", "POST"])
@signed_in
def password() -> ResponseReturnValue:
    """Change the own password."""
    form = ChangePasswordForm()
    form.known = (this_browser().person.email,)
    if form.validate_on_submit():
        try:
            password_actions.change(
                actor().person_id,
                actor().session_id,
                old=form.old_password.data or "",
                new=form.password.data or "",
            )
        except WrongPassword as refusal:
            form.old_password.errors = [refusal.text]
        else:
            message = _("Je wachtwoord is veranderd. Op andere apparaten ben je uitgelogd.")
            return done(message, back_to=url_for("account.show"))
    return render_template("login/account_password.html", form=form), 422 if form.errors else 200


@account.route("/account/e-mail", methods=["GET", "POST"])
@signed_in
def email() -> ResponseReturnValue:
    """Ask for another address; a link goes there."""
    form = ChangeEmailForm()
    if form.validate_on_submit():
        try:
            email_actions.ask_new_email(
                actor().person_id, address=form.email.data or "", password=form.password.data or ""
            )
        except WrongPassword as refusal:
            form.password.errors = [refusal.text]
        else:
            message = _("We hebben een mail gestuurd naar je nieuwe adres. Bevestig het adres met de link.")
            return done(message, back_to=url_for("account.show"))
    present = this_browser().person.email
    page = render_template("login/account_email.html", form=form, email=present)
    return page, 422 if form.errors else 200


def _page(form: PreferencesForm) -> str:
    who = actor()
    return render_template(
        "login/account.html",
        form=form,
        email=this_browser().person.email,
        roles=[ROLE_NAMES[role] for role in sorted(who.roles)],
        doors=doors_of(who.person_id),
        second_step_required=needs_second_factor(who.roles, demo=current_app.extensions["settings"].is_demo),
        sessions=open_sessions(who.person_id),
        parts_of=parts_of,
        term=term_for(who.roles),
    )
