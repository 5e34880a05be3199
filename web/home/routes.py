"""The front door."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import may, signed_in
from course.programme.policy import FOLLOW
from web.home.student import student_home
from web.navigation import menu

home = Blueprint("home", __name__)


@home.get("/")
@signed_in
def start() -> ResponseReturnValue:
    """Show a student where they stand; send staff to the list they work from."""
    if may(FOLLOW):
        view = student_home(actor())
        template = "home/student.html" if view else "home/no_enrolment.html"
        return render_template(template, view=view)
    workplace = next((entry["url"] for entry in menu() if entry["url"] != url_for("home.start")), None)
    return redirect(workplace, 303) if workplace else render_template("home/no_role.html")
