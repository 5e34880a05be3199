"""The public check: anyone, without an account, sees whether a certificate holds."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from accounts.policy.guard import public
from assessment.certificates.checking import Answer, check_token, check_typed
from assessment.certificates.forms import CheckForm
from assessment.certificates.rules import (
    Verdict,
    is_code,
    is_token,
    normal_code,
    normal_number,
    shown_code,
)
from foundation.clock import now
from foundation.web.limits import forget, hit, source

certificate_check = Blueprint("certificate_check", __name__)

WINDOW = timedelta(minutes=15)
MOST_PER_NUMBER = 10
MOST_PER_SOURCE = 100  # a whole school or fair may sit behind one address


@certificate_check.get("/controleer")
@public
def search() -> ResponseReturnValue:
    """Ask for number and code."""
    return _form_page(CheckForm(formdata=None))


@certificate_check.post("/controleer")
@public
def look_up() -> ResponseReturnValue:
    """Check what was typed from paper; who guesses is stopped, per number and per source."""
    form = CheckForm()
    if not form.validate_on_submit():
        return _form_page(form), 422
    number = normal_number(form.number.data or "")
    hit("certificate.number", number, most=MOST_PER_NUMBER, per=WINDOW)
    hit("certificate.source", source(), most=MOST_PER_SOURCE, per=WINDOW)
    answer = check_typed(number, normal_code(form.code.data or ""))
    if answer.verdict is not Verdict.UNKNOWN:
        forget("certificate.number", number)
    return _answer_page(answer, form)


@certificate_check.get("/controleer/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    """Check the certificate of a link or QR code; a typed code alone asks for the number too."""
    if is_code(code := normal_code(token)):
        form = CheckForm(formdata=None)
        form.code.data = shown_code(code)
        return _form_page(form, asks_number=True)
    answer = check_token(token) if is_token(token) else Answer(Verdict.UNKNOWN, now())
    return _answer_page(answer, CheckForm(formdata=None))


def _form_page(form: CheckForm, *, asks_number: bool = False) -> str:
    return render_template("certificates/check.html", form=form, asks_number=asks_number)


def _answer_page(answer: Answer, form: CheckForm) -> ResponseReturnValue:
    status = 404 if answer.verdict is Verdict.UNKNOWN else 200
    return render_template("certificates/verdict.html", answer=answer, form=form), status
