"""The second step of signing in: give a code, or set it up first."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from accounts.login import limits, second_factor
from accounts.login.blueprints import login
from accounts.login.errors import WrongCode
from accounts.login.forms import CodeForm
from accounts.login.sessions import renew_session, this_browser
from accounts.login.setting_up import codes_page, drawing_of, secret_in_hand, secret_settled
from accounts.policy.actor import current_actor
from accounts.policy.guard import half_signed_in
from foundation.clock import now
from foundation.web.redirects import our_own_path


@login.route("/tweede-stap", methods=["GET", "POST"])
@half_signed_in
def second_step() -> ResponseReturnValue:
    """Ask a code of the app, or a recovery code."""
    form = CodeForm(next=our_own_path(request.args.get("next")) or "")
    if current_actor():
        return redirect(_after(form), 303)
    if not second_factor.has_factor(this_browser().row.person_id):
        return redirect(url_for("login.set_up_second_step", next=form.next.data or None), 303)
    if form.validate_on_submit() and _code_fits(form):
        return redirect(_after(form), 303)
    return render_template("login/second_step.html", form=form), 422 if _has_faults(form) else 200


@login.route("/tweede-stap/instellen", methods=["GET", "POST"])
@half_signed_in
def set_up_second_step() -> ResponseReturnValue:
    """Set the second step up, for who has none yet; who has one proves it first."""
    form = CodeForm(next=our_own_path(request.args.get("next")) or "")
    if current_actor():
        return redirect(url_for("account.second_step"), 303)
    person_id, email = this_browser().row.person_id, this_browser().person.email
    if second_factor.has_factor(person_id):
        return redirect(url_for("login.second_step", next=form.next.data or None), 303)
    secret = secret_in_hand()
    if form.validate_on_submit():
        limits.count_code(person_id)
        try:
            codes = second_factor.turn_on(person_id, secret, form.code.data or "")
        except WrongCode as refusal:
            form.code.errors = [refusal.text]
        else:
            _pass()
            return codes_page(codes, go_on=_after(form))
    page = render_template("login/second_step_set_up.html", form=form, **drawing_of(secret, email))
    return page, 422 if _has_faults(form) else 200


def _code_fits(form: CodeForm) -> bool:
    person_id = this_browser().row.person_id
    limits.count_code(person_id)
    try:
        second_factor.check(person_id, form.code.data or "")
    except WrongCode as refusal:
        form.code.errors = [refusal.text]
        return False
    _pass()
    return True


def _pass() -> None:
    """The session may do all from here, under a new token."""
    this_browser().row.second_factor_at = now()
    renew_session()
    secret_settled()


def _after(form: CodeForm) -> str:
    return our_own_path(form.next.data) or url_for("home.start")


def _has_faults(form: CodeForm) -> bool:
    return bool(form.code.errors or form.next.errors)
