"""Sign in, sign out, choose a school."""

from __future__ import annotations

from uuid import UUID

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.login import signing
from accounts.login.blueprints import login
from accounts.login.demo import demo_people
from accounts.login.errors import WrongCredentials
from accounts.login.forms import SchoolForm, SignInForm
from accounts.login.sessions import this_browser
from accounts.policy.actor import current_actor
from accounts.policy.guard import half_signed_in, public
from accounts.schools.models import Membership
from accounts.schools.names import ROLE_NAMES
from accounts.schools.queries import active_memberships
from foundation.errors import Unknown
from foundation.web.answers import done
from foundation.web.forms import Form
from foundation.web.redirects import our_own_path


@login.route("/inloggen", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """Show the form, and open the door for who fills it in well."""
    form = SignInForm()
    if request.method != "POST":
        return _arrive(form)
    if not form.validate_on_submit():
        return _page(form), 422
    try:
        memberships = signing.sign_in(form.email.data or "", form.password.data or "")
    except WrongCredentials as refusal:
        form.form_errors.append(refusal.text)
        return _page(form), 422
    return redirect(_after_sign_in(memberships, form.next.data), 303)


@login.post("/uitloggen")
@public
def sign_out() -> ResponseReturnValue:
    """End the session here and on the server."""
    Form().checked()
    signing.sign_out()
    return done(_("Je bent uitgelogd."), back_to=url_for("login.sign_in"))


@login.get("/school-kiezen")
@half_signed_in
def choose_school() -> ResponseReturnValue:
    """Show the schools of who belongs to several."""
    return _schools_page(SchoolForm(next=request.args.get("next", "")))


@login.post("/school-kiezen")
@half_signed_in
def go_to_school() -> ResponseReturnValue:
    """Go on at the chosen school."""
    form = SchoolForm()
    form.checked()
    signing.choose_school(_uuid(form.membership.data or ""))
    return redirect(our_own_path(form.next.data) or url_for("home.start"), 303)


def _arrive(form: SignInForm) -> ResponseReturnValue:
    after = our_own_path(request.args.get("next"))
    if current_actor():
        return redirect(after or url_for("home.start"), 303)
    form.next.data = after or ""
    return _page(form)


def _page(form: SignInForm) -> str:
    demo = current_app.extensions["settings"].is_demo
    return render_template("login/sign_in.html", form=form, is_demo=demo, demo_people=demo_people())


def _after_sign_in(memberships: list[Membership], target: str | None) -> str:
    after = our_own_path(target)
    if len(memberships) > 1:
        return url_for("login.choose_school", next=after)
    return after or url_for("home.start")


def _schools_page(form: SchoolForm) -> str:
    present = this_browser()
    return render_template(
        "login/choose_school.html",
        form=form,
        memberships=active_memberships(present.row.person_id),
        current=present.row.membership_id,
        role_names=ROLE_NAMES,
    )


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Unknown() from None
