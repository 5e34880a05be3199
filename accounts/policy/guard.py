"""The guard at the door: every route declares one rule; without a rule there is no route."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from flask import Flask, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy import acts
from accounts.policy.actor import Actor, actor, current_actor
from accounts.policy.permissions import Permission, Policy
from foundation.audit.actions import record
from foundation.errors import Hidden, NotYours, Refused, Unknown
from foundation.transaction import SAFE_METHODS, separately
from foundation.web.answers import wants_json
from foundation.web.limits import held_back
from foundation.web.referrer import page_that_asked
from foundation.web.typed import typed_texts

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Rule:
    """Who may come in: `public`, `half` (sign-in not finished), `signed_in` or who holds a permission."""

    kind: str
    permission: Permission | None = None


PUBLIC, HALF, SIGNED_IN = Rule("public"), Rule("half"), Rule("signed_in")


def public(view: View) -> View:
    """Declare a route that is open to anyone."""
    return _declare(view, PUBLIC)


def half_signed_in(view: View) -> View:
    """Declare a route for who gave a password and not yet a second factor."""
    return _declare(view, HALF)


def signed_in(view: View) -> View:
    """Declare a route for anyone who is signed in."""
    return _declare(view, SIGNED_IN)


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare a route for the holders of a permission; the handler asks `allow` about the thing itself."""

    def declare(view: View) -> View:
        return _declare(view, Rule("permission", permission))

    return declare


def rule_of(view: Callable[..., Any] | None) -> Rule | None:
    """Give the rule declared on a view, or None."""
    return getattr(view, "access_rule", None)


def allow(permission: Permission, thing: Any) -> Any:
    """Give the thing back when the actor may do this to it; otherwise it does not exist for them."""
    if thing is None:
        raise Unknown()
    if not policy().permits(actor(), permission, thing):
        raise Hidden()
    return thing


def may(permission: Permission, thing: Any = None) -> bool:
    """Tell a template or a handler what the guard would answer."""
    who = current_actor()
    if who is None:
        return False
    return policy().holds(who, permission) if thing is None else policy().permits(who, permission, thing)


def note_refusal(error: Refused) -> None:
    """Write down that the actor reached for what is not theirs; what is not possible now is no failure."""
    who = current_actor()
    if who is None or not isinstance(error, NotYours | Hidden):
        return
    separately(lambda: _note_refusal(who))


def policy() -> Policy:
    """Give the one map of this application."""
    found: Policy = current_app.extensions["policy"]
    return found


def init_guard(app: Flask, the_policy: Policy) -> None:
    """Stand at the door of every route."""
    app.extensions["policy"] = the_policy
    app.before_request(_guard)


def refuse_unguarded(app: Flask) -> None:
    """Refuse to start when a route has no rule, or asks for a permission that is not on the map."""
    known = app.extensions["policy"].grants
    for endpoint, view in app.view_functions.items():
        rule = rule_of(view)
        if rule is None:
            raise RuntimeError(f"The route {endpoint} declares no rule.")
        if rule.permission is not None and rule.permission not in known:
            raise RuntimeError(f"{endpoint} asks for {rule.permission.name}, which is not on the map.")


def _note_refusal(who: Actor) -> None:
    """Who keeps trying fills no log: one line per person, route and hour, and the next one tells the rest."""
    endpoint = request.endpoint or ""
    more = held_back("access.refused", f"{who.school_id} {who.person_id} {endpoint}", per=timedelta(hours=1))
    if more is None:
        return
    about: Any = {"actor_id": who.person_id, "school_id": who.school_id, "endpoint": endpoint}
    if more:
        record(acts.REFUSED_AGAIN, ("person", who.person_id), **about, more=more)
    else:
        record(acts.REFUSED, ("person", who.person_id), **about)


def _guard() -> ResponseReturnValue | None:
    rule = rule_of(current_app.view_functions.get(request.endpoint or ""))
    if rule is None:
        raise Unknown()
    if rule.kind == "public":
        return None
    if rule.kind == "half":
        return None if g.get("half_session") or current_actor() else _to_sign_in()
    who = current_actor()
    if who is None:
        return _to_sign_in()
    if rule.permission is not None and not policy().holds(who, rule.permission):
        raise NotYours()
    return None


def _to_sign_in() -> ResponseReturnValue:
    """Show the way in; who was writing gets the text back instead of losing it on the way."""
    door = "login.second_step" if g.get("half_session") else "login.sign_in"
    login = url_for(door, next=_page_in_hand())
    if wants_json():
        return {"message": _signed_out(), "login": login}, 401
    if request.method in SAFE_METHODS:
        return redirect(login, 303)
    page = render_template("login/signed_out.html", message=_signed_out(), login=login, typed=typed_texts())
    return page, 401


def _page_in_hand() -> str | None:
    """Give the page to come back to: the one that was asked, or the one from which something was sent."""
    if request.method in SAFE_METHODS and not wants_json():
        return request.full_path.rstrip("?")
    return page_that_asked()


def _signed_out() -> str:
    return str(_("Je bent uitgelogd omdat je lang niets deed. Je werk is bewaard. Log in en ga verder."))


def _declare(view: View, rule: Rule) -> View:
    view.access_rule = rule  # type: ignore[attr-defined]
    return view
