"""The front door."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from accounts.policy.guard import signed_in

home = Blueprint("home", __name__)


@home.get("/")
@signed_in
def start() -> ResponseReturnValue:
    """Show the home page of the actor's first role."""
    return render_template("home/start.html")
