"""The language of the course and of what people write for it: Dutch, also on a page that speaks English.

A screen reader picks its voice by `lang`. In a template an element says so itself (`lang="nl"`); what stands
inside a sentence goes through the filter `in_dutch`; a field or an answer of a form carries `DUTCH`.
"""

from __future__ import annotations

from typing import Any, Final

from flask_babel import get_locale
from markupsafe import Markup, escape
from wtforms.fields.choices import SelectChoice as Choice  # type: ignore[attr-defined]

LANGUAGE: Final = "nl"
DUTCH: Final = {"lang": LANGUAGE}


def in_dutch(text: Any) -> Markup:
    """Mark a text as Dutch on a page in another language; never inside an attribute."""
    if get_locale().language == LANGUAGE:
        return escape(text)
    return Markup('<span lang="nl">{}</span>').format(text)


def filled(sentence: str, **values: Any) -> Markup:
    """Fill the places of a sentence that was translated already, so that a value may be `in_dutch`."""
    return escape(sentence) % values


def dutch_choice(value: str, label: str) -> Choice:
    """Give an answer of a form whose words come from the course."""
    return Choice(value, label, DUTCH)
