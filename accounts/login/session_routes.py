"""Prolong this session; end the own sessions elsewhere."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.login import signing
from accounts.login.blueprints import account, login
from accounts.login.sessions import session_end, this_browser
from accounts.policy.actor import actor
from accounts.policy.guard import signed_in
from foundation.clock import now
from foundation.errors import Unknown
from foundation.web.answers import done, wants_json
from foundation.web.forms import Form


@login.post("/sessie/verlengen")
@signed_in
def extend() -> ResponseReturnValue:
    """Prolong the session, never beyond its absolute limit; answer when it ends now."""
    Form().checked()
    present = this_browser()
    present.row.last_seen_at = now()
    if not wants_json():
        return redirect(url_for("home.start"), 303)
    return {"session_ends": int(session_end(present.row, present.membership).timestamp())}


@account.post("/account/sessies/<uuid:session_id>/beeindigen")
@signed_in
def end_session(session_id: UUID) -> ResponseReturnValue:
    """End one of the own sessions."""
    Form().checked()
    if not signing.end_own_sessions(actor().person_id, only=session_id):
        raise Unknown()
    return done(_("Je bent daar uitgelogd."), back_to=url_for("account.show"))


@account.post("/account/sessies/andere-beeindigen")
@signed_in
def end_others() -> ResponseReturnValue:
    """End the own sessions on all other devices."""
    Form().checked()
    signing.end_own_sessions(actor().person_id, but=actor().session_id)
    return done(_("Op alle andere apparaten ben je uitgelogd."), back_to=url_for("account.show"))
