"""What the frame of every page shows: menu, account, language, the end of the session."""

from __future__ import annotations

from typing import Any

from flask import Flask, url_for
from flask_babel import gettext as _

from accounts.policy.actor import Actor, current_actor
from accounts.policy.guard import may
from foundation.clock import local, today
from foundation.web.headers import csp_nonce
from web.languages import chosen_language
from web.navigation import menu
from web.wheel import Part, SpokeState, Wheel, draw


def init_layout(app: Flask) -> None:
    """Give every template the frame and the questions it may ask."""
    app.jinja_env.globals.update(may=may, csp_nonce=csp_nonce, full_wheel=full_wheel)
    app.jinja_env.filters["localtime"] = local
    app.context_processor(frame)


def frame() -> dict[str, Any]:
    """Give the context of `layouts/base.html`."""
    who = current_actor()
    context = {
        "locale": chosen_language(),
        "theme": who.theme if who else "licht",
        "actor": who,
        "today": today(),
        "navigation": menu(),
        "home_url": url_for("home.start"),
        "language_url": url_for("language.choose"),
        "footer_links": _footer(),
    }
    return context | (_account(who) if who else {})


def _account(who: Actor) -> dict[str, Any]:
    return {
        "account": {"id": str(who.person_id), "name": who.first_name, "url": url_for("account.show")},
        "sign_out_url": url_for("login.sign_out"),
        "extend_url": url_for("login.extend"),
        "session_ends": int(who.session_ends.timestamp()) if who.session_ends else None,
    }


def _footer() -> list[dict[str, str]]:
    return [
        {"url": url_for("information.help_index"), "label": _("Hulp")},
        {"url": url_for("certificate_check.search"), "label": _("Controleer een certificaat")},
        {"url": url_for("information.privacy"), "label": _("Privacy")},
        {"url": url_for("information.accessibility"), "label": _("Toegankelijkheid")},
    ]


def full_wheel(processes: list[dict[str, Any]], hours: int) -> Wheel:
    """Draw the wheel of somebody who has shown every criterion."""
    parts = [Part(each["number"], (SpokeState.READY,) * each.get("criteria", 7)) for each in processes]
    return draw(parts, hours=hours, norm=hours)
