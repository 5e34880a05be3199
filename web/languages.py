"""The language of the reader: Dutch, or English by choice."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from flask import Flask, g, request, session
from flask_babel import Babel, format_date, format_datetime, get_locale, get_translations
from markupsafe import Markup

from accounts.policy.actor import current_actor
from foundation.settings import ROOT
from foundation.web.course_language import in_dutch
from foundation.web.moments import moment

LANGUAGES = {"nl": "Nederlands", "en": "English"}


def init_languages(app: Flask) -> None:
    """Choose the language per request, and tell templates which it is."""
    app.config.update(
        BABEL_DEFAULT_LOCALE="nl",
        BABEL_DEFAULT_TIMEZONE="Europe/Amsterdam",
        BABEL_TRANSLATION_DIRECTORIES=str(ROOT / "translations"),
    )
    Babel(app, locale_selector=chosen_language)
    # By themselves, Jinja and Flask-Babel look for the catalogue anew at every sentence: a tenth of a page.
    app.jinja_env.globals.update(_=said, gettext=said, ngettext=said_of)
    app.jinja_env.filters.update(
        datetimeformat=instant_in_words, dateformat=day_in_words, moment=moment, in_dutch=in_dutch
    )


def chosen_language() -> str:
    """Give the language of the account, else of this browser's choice, else Dutch."""
    who = current_actor()
    chosen = who.language if who else session.get("language", "nl") if request else "nl"
    return chosen if chosen in LANGUAGES else "nl"


def said(sentence: str, **values: Any) -> Markup:
    """Say a sentence of a template in the language of the reader; values are escaped."""
    return _filled(_sentence(_language(), sentence), values)


def said_of(one: str, more: str, num: int, **values: Any) -> Markup:
    """Say a sentence about a number of things."""
    sentence = Markup(_catalogue(_language()).ngettext(one, more, num))  # noqa: S704 - as below
    return _filled(sentence, {"num": num, **values})


def instant_in_words(instant: datetime, pattern: str | None = None) -> str:
    """Write an instant in the language of the reader, in the time of the Netherlands."""
    return _instant_in_words(instant, pattern, _language())


def day_in_words(day: date, pattern: str | None = None) -> str:
    """Write a day in the language of the reader; of an instant the day in the Netherlands."""
    return _day_in_words(day, pattern, _language())


@lru_cache(maxsize=4096)
def _day_in_words(day: date, pattern: str | None, language: str) -> str:
    return str(format_date(day, pattern))


@lru_cache(maxsize=4096)
def _instant_in_words(instant: datetime, pattern: str | None, language: str) -> str:
    """A list shows the same instants over and over, and to write one takes as long as its whole row."""
    return str(format_datetime(instant, pattern))


def _language() -> str:
    """Give the language of the reader; a page asks it at each of its sentences."""
    try:
        return str(g.said_in)
    except AttributeError:
        g.said_in = get_locale().language
        return str(g.said_in)


def _filled(sentence: Markup, values: dict[str, Any]) -> Markup:
    """Fill the places in a sentence; most sentences have none."""
    return sentence % values if "%" in sentence else sentence


@cache
def _sentence(language: str, sentence: str) -> Markup:
    """Translate a sentence of a template once per process: a page has up to two hundred."""
    return Markup(_catalogue(language).gettext(sentence))  # noqa: S704 - our own; what is put in it is escaped


@cache
def _catalogue(language: str) -> Any:
    """Give the catalogue of the language of this request, read once per process: it does not change."""
    return get_translations()
