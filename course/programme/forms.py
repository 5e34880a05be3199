"""The forms of a lesson: its buttons, and how far it was read."""

from __future__ import annotations

from collections.abc import Collection

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import AnyOf
from wtforms.validators import Optional as Maybe

from foundation.web.forms import Form


class Confirm(Form):
    """Nothing to fill in: pressing the button is the act."""


def begin_form(headings: Collection[str]) -> Form:
    """Make the form with which a lesson is begun; its page says at which heading somebody is."""
    section = StringField(validators=[Maybe(), AnyOf([*headings], _l("Laad de pagina opnieuw."))])
    made: Form = type("BeginForm", (Form,), {"section": section})()
    return made
