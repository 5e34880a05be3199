"""The second step in the account: turn on, replace, turn off."""

from __future__ import annotations

from flask import current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.login import limits, second_factor
from accounts.login.blueprints import account
from accounts.login.errors import FactorRequired, WrongCode, WrongPassword
from accounts.login.forms import FactorForm, PasswordForm
from accounts.login.password_actions import confirm
from accounts.login.rules import needs_second_factor
from accounts.login.sessions import renew_session, this_browser
from accounts.login.setting_up import codes_page, drawing_of, secret_in_hand, secret_settled
from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from foundation.clock import now
from foundation.web.answers import done


@account.route("/account/tweede-stap", methods=["GET", "POST"])
@signed_in
def second_step() -> ResponseReturnValue:
    """Turn the second step on, or replace the phone."""
    form, secret = FactorForm(), secret_in_hand()
    codes = _turned_on(form, secret) if form.validate_on_submit() else None
    if codes:
        return codes_page(codes, go_on=url_for("account.show"))
    return _page(form, secret), 422 if form.password.errors or form.code.errors else 200


@account.route("/account/tweede-stap/uitzetten", methods=["GET", "POST"])
@signed_in
def turn_off() -> ResponseReturnValue:
    """Turn the second step off, for whom it is a choice."""
    form = PasswordForm()
    if _is_required():
        raise FactorRequired()
    if form.validate_on_submit():
        try:
            confirm(actor().person_id, form.password.data or "")
        except WrongPassword as refusal:
            form.password.errors = [refusal.text]
        else:
            second_factor.turn_off(actor().person_id, actor_id=actor().person_id)
            return done(_("De tweede stap staat uit."), back_to=url_for("account.show"))
    return render_template("login/account_second_step_off.html", form=form), 422 if form.errors else 200


def _turned_on(form: FactorForm, secret: str) -> list[str] | None:
    person_id = actor().person_id
    limits.count_code(person_id)
    try:
        confirm(person_id, form.password.data or "")
        codes = second_factor.turn_on(person_id, secret, form.code.data or "")
    except WrongPassword as refusal:
        form.password.errors = [refusal.text]
    except WrongCode as refusal:
        form.code.errors = [refusal.text]
    else:
        this_browser().row.second_factor_at = now()
        renew_session()
        secret_settled()
        return codes
    return None


def _page(form: FactorForm, secret: str) -> str:
    return render_template(
        "login/account_second_step.html",
        form=form,
        is_on=second_factor.has_factor(actor().person_id),
        is_required=_is_required(),
        **drawing_of(secret, this_browser().person.email),
    )


def _is_required() -> bool:
    return needs_second_factor(actor().roles, demo=current_app.extensions["settings"].is_demo)
