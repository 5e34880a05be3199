"""The language of the reader: Dutch, or English by choice."""

from __future__ import annotations

from flask import Flask, request, session
from flask_babel import Babel

from accounts.policy.actor import current_actor
from foundation.settings import ROOT

LANGUAGES = {"nl": "Nederlands", "en": "English"}


def init_languages(app: Flask) -> None:
    """Choose the language per request, and tell templates which it is."""
    app.config.update(
        BABEL_DEFAULT_LOCALE="nl",
        BABEL_DEFAULT_TIMEZONE="Europe/Amsterdam",
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "translations"),
    )
    Babel(app, locale_selector=chosen_language)
    app.jinja_env.add_extension("jinja2.ext.i18n")


def chosen_language() -> str:
    """Give the language of the account, else of this browser's choice, else Dutch."""
    who = current_actor()
    chosen = who.language if who else session.get("language", "nl") if request else "nl"
    return chosen if chosen in LANGUAGES else "nl"
