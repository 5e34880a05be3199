"""The page on which a student reads the result."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from assessment.certificates.policy import READ_RESULT
from assessment.certificates.results import announced_result
from enrolment.queries import own_enrolment
from foundation.web.links import public_link
from foundation.web.paging import asked_id

result = Blueprint("result", __name__)


@result.get("/resultaat")
@requires(READ_RESULT)
def show() -> ResponseReturnValue:
    """Show the announced result with its reasons; before that, only what comes next."""
    enrolment = own_enrolment(actor(), asked_id("inschrijving"))
    if enrolment is None:
        return render_template("certificates/no_result.html", back=url_for("home.start"))
    found = announced_result(allow(READ_RESULT, enrolment))
    if found is None:
        return render_template("certificates/no_result.html", back=url_for("home.start"))
    share = public_link("certificate_check.show", token=found.certificate.token) if found.certificate else ""
    return render_template("certificates/result.html", result=found, enrolment=enrolment, share=share)
