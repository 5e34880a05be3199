"""Sign in and out."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.login.sessions import close_session
from accounts.policy.guard import public, signed_in

login = Blueprint("login", __name__)
account = Blueprint("account", __name__)


@login.get("/inloggen")
@public
def sign_in() -> ResponseReturnValue:
    """Show the form."""
    return render_template("login/sign_in.html")


@login.post("/uitloggen")
@public
def sign_out() -> ResponseReturnValue:
    """End the session here and on the server."""
    close_session()
    return redirect(url_for("login.sign_in"), 303)


@login.post("/sessie/verlengen")
@signed_in
def extend() -> ResponseReturnValue:
    """Prolong the session."""
    return "", 204


@account.get("/account")
@signed_in
def show() -> ResponseReturnValue:
    """Show the own account."""
    return render_template("login/account.html")
