"""What a browser may send when a student hands in."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.validators import InputRequired, Length, ValidationError

from assessment.submissions.snapshots import Declaration
from foundation.web.forms import Choice, Form, TextField

STATEMENT = _l(
    "Dit werk is van mij. Waar ik iets van een ander gebruikte, staat dat erbij. "
    "Ik zeg hier ook eerlijk of en hoe ik generatieve AI gebruikte."
)


class HandInForm(Form):
    """The declaration of own work, and the hash of the work as it stood in the preview."""

    seen = HiddenField(validators=[InputRequired(), Length(min=64, max=64)])
    used_ai = RadioField(
        _l("Gebruikte je generatieve AI, zoals een chatbot?"),
        choices=[Choice("no", _l("Nee")), Choice("yes", _l("Ja"))],
        validators=[InputRequired(_l("Kies ja of nee."))],
    )
    ai_use = TextField(
        _l("Waarvoor en hoe gebruikte je het?"),
        description=_l(
            "Alleen als je ja koos. Noem het programma, wat je vroeg en wat je met het antwoord deed."
        ),
        most=4000,
    )
    own_work = BooleanField(STATEMENT, validators=[InputRequired(_l("Zet hier een vinkje als dit klopt."))])

    def validate_used_ai(self, field: Any) -> None:
        """Ask how, when the answer is yes; the message stands at the text."""
        if field.data == "yes" and not (self.ai_use.data or "").strip():
            raise ValidationError(_l("Schrijf hieronder ook waarvoor en hoe je het gebruikte."))

    def declaration(self) -> Declaration:
        """Give what was declared, with the sentence as it stood on the page."""
        return Declaration(str(STATEMENT), self.used_ai.data == "yes", self.ai_use.data or "")


class TakeBackForm(Form):
    """Nothing but the token: taking back needs no reason."""
