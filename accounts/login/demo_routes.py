"""Sign in without a password. These routes exist in the demo only: elsewhere they are not registered."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from accounts.login import signing
from accounts.login.blueprints import demo_login
from accounts.login.demo import demo_people
from accounts.login.sessions import this_browser
from accounts.people.models import Person
from accounts.people.queries import id_of_address
from accounts.policy.guard import public
from accounts.schools.queries import active_memberships
from foundation.clock import now
from foundation.database import db
from foundation.errors import Unknown
from foundation.web.forms import Form


@demo_login.post("/demo/inloggen/<email>")
@public
def enter(email: str) -> ResponseReturnValue:
    """Go in as one of the demo people."""
    Form().checked()
    person_id = id_of_address(email) if email in {each.email for each in demo_people()} else None
    memberships = active_memberships(person_id) if person_id else []
    if not memberships:
        raise Unknown()
    signing.let_in(db.session.get_one(Person, person_id), memberships[0])
    this_browser().row.second_factor_at = now()
    return redirect(url_for("home.start"), 303)
