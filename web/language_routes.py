"""The language switch."""

from __future__ import annotations

from flask import Blueprint, redirect, session, url_for
from flask.typing import ResponseReturnValue

from accounts.people.models import Person
from accounts.policy.actor import current_actor
from accounts.policy.guard import public
from foundation.database import db
from foundation.web.forms import Form, LineField
from foundation.web.redirects import our_own_path
from web.languages import LANGUAGES

language = Blueprint("language", __name__)


class LanguageForm(Form):
    """Which language, and where to go back to."""

    language = LineField(most=5)
    next = LineField(most=2000, required=False)


@language.post("/taal")
@public
def choose() -> ResponseReturnValue:
    """Remember the language in the account, or in this browser for who has none."""
    form = LanguageForm()
    form.checked()
    if form.language.data in LANGUAGES:
        session["language"] = form.language.data
        if who := current_actor():
            db.session.get_one(Person, who.person_id).language = form.language.data
    return redirect(our_own_path(form.next.data) or url_for("home.start"), 303)
