"""What a process remembers for one language it never shows in another."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask_babel import force_locale
from wtforms import IntegerField

from foundation.web.forms import Form
from web.languages import day_in_words, instant_in_words, said, said_of

DAY, INSTANT = date(2026, 3, 2), datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_words_are_those_of_the_reader(app: Flask, language: str) -> None:
    with app.test_request_context(), force_locale(language):
        told = day_in_words(DAY, "EEEE d MMMM"), instant_in_words(INSTANT, "d MMMM, HH:mm")
        words = said("Programma"), said_of("%(num)s minuut", "%(num)s minuten", 2)
    assert (
        told
        == {
            "nl": ("maandag 2 maart", "3 maart, 00:30"),
            "en": ("Monday 2 March", "3 March, 00:30"),
        }[language]
    )
    assert words == {"nl": ("Programma", "2 minuten"), "en": ("Programme", "2 minutes")}[language]


class Counted(Form):
    """A form whose only sentence is one of WTForms."""

    number = IntegerField()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_speaks_the_language_of_the_reader(app: Flask, language: str) -> None:
    with app.test_request_context(method="POST", data={"number": "veel"}), force_locale(language):
        form = Counted(meta={"csrf": False})
        assert not form.validate()
    said_by_wtforms = {"nl": "Ongeldig getal.", "en": "Not a valid integer value."}[language]
    assert form.errors == {"number": [said_by_wtforms]}
