"""What a browser may send about an agreement."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import InputRequired

from foundation.web.forms import Form, TextField, VersionField


class ProposalForm(Form):
    """A level for one row, and why; the levels are those of the rubric."""

    level = RadioField(_l("Oordeel"), choices=[], validators=[InputRequired(_l("Kies een oordeel."))])
    justification = TextField(
        _l("Onderbouwing"), most=10_000, required=_l("Schrijf op waarom dit oordeel past.")
    )
    version = VersionField()


class ConfirmForm(Form):
    """The version of the proposal that was seen."""

    version = VersionField()


class ThirdForm(Form):
    """Why a third assessor is needed."""

    reason = TextField(_l("Waarom komen jullie er niet uit?"), most=2000, required=_l("Schrijf op waarom."))
