"""The living style guide at /stijl: every component in every state. Only in development and the demo."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    FileField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from accounts.policy.guard import public
from foundation.web.forms import Choice, Form
from web.wheel import Part, SpokeState, draw

style_guide = Blueprint("style_guide", __name__)

READY, BUSY, EMPTY = SpokeState.READY, SpokeState.BUSY, SpokeState.EMPTY
PARTS = (
    Part(1, (READY,) * 4 + (BUSY,) * 2 + (EMPTY,)),
    Part(2, (READY,) * 2 + (BUSY,) + (EMPTY,) * 4),
    Part(3, (READY, EMPTY, BUSY) + (EMPTY,) * 4),
)
DONE = tuple(Part(number, (READY,) * 7) for number in (1, 2, 3))
COVERAGE = (
    {"code": "1.1", "text": "Gebruikt zorgvuldig bestaande bronnen en gegevens", "count": 4},
    {"code": "1.5", "text": "Is zich bewust van de onderlinge samenhang van onderzoeksgegevens", "count": 1},
    {"code": "1.6", "text": "Brengt alle gegevens overzichtelijk in kaart", "count": 0},
)
LEVELS = (
    {"value": "O", "label": _l("Onvoldoende")},
    {"value": "V", "label": _l("Voldoende")},
    {"value": "G", "label": _l("Goed")},
)
SURE = [
    Choice("known", _l("Weten")),
    Choice("suspected", _l("Vermoeden")),
    Choice("hearsay", _l("Van horen")),
]
DECISIONS = [
    Choice("fix", _l("Vaststellen: Goed|De student krijgt bericht en het certificaat wordt gemaakt.")),
    Choice("back", _l("Terug naar de beoordelaars|Zij krijgen jullie vraag en tekenen daarna opnieuw.")),
]


class Examples(Form):
    """One field of each kind."""

    line = StringField(_l("Met wie praat je?"))
    text = TextAreaField(_l("Wat hoorde of zag je?"))
    pick = SelectField(
        _l("Waar hoort het bij?"), choices=[Choice(str(number), f"W{number}") for number in (1, 2, 3)]
    )
    day = DateField(_l("Dag"))
    hours = DecimalField(_l("Aantal uur"))
    file = FileField(_l("Bestand"))
    sure = RadioField(_l("Hoe zeker weet je dit?"), choices=SURE, default="known")
    decision = RadioField(_l("Wat besluit de commissie?"), choices=DECISIONS, default="fix")
    kinds = SelectMultipleField(
        _l("Wat voor bron is het?"),
        choices=[Choice("figure", _l("Cijfers")), Choice("talk", _l("Gesprek"))],
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )
    agree = BooleanField(_l("Ik heb dit werk zelf gemaakt."))


class Story(Form):
    """A text with a heading, bold words and a list."""

    story = TextAreaField(_l("Je verhaal"), default="### Het overleg\n\n**Elf** mensen:\n\n- bewoners")


@style_guide.get("/stijl")
@public
def show() -> ResponseReturnValue:
    """Show every component."""
    return render_template(
        "style_guide/index.html",
        form=Examples(formdata=None),
        wrong_form=_wrong(),
        story_form=Story(formdata=None, prefix="story-"),
        wheel_view=draw(PARTS, hours=87, norm=240),
        full_wheel=draw(DONE, hours=240, norm=240),
        coverage_items=COVERAGE,
        levels=LEVELS,
        day=date(2026, 11, 27),
    )


def _wrong() -> Examples:
    form = Examples(formdata=None, prefix="wrong-")
    for name in ("text", "pick", "day", "file", "kinds"):
        delattr(form, name)
    form.hours.errors = [_l("Vul een getal in van 0,5 tot 12.")]
    form.line.errors = [_l("Schrijf op met wie je praat.")]
    form.sure.errors = [_l("Kies hoe zeker je dit weet.")]
    form.agree.errors = [_l("Zet hier een vinkje als dit klopt.")]
    return form
