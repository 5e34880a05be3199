"""What a browser may send about certificates."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from assessment.certificates.rules import is_code, normal_code
from assessment.determination.forms import IdsField, SeenForm
from foundation.web.forms import Form, LineField, TextField


class IssueForm(Form):
    """For which results a certificate is made."""

    determinations = IdsField(_l("Resultaten"))


class ReasonForm(SeenForm):
    """Why a certificate is revoked or replaced."""

    reason = TextField(_l("Reden"), most=5000, required=_l("Schrijf op waarom."))


class CheckForm(Form):
    """Number and code, as they stand on paper."""

    number = LineField(
        _l("Nummer van het certificaat"), most=60, required=_l("Vul het nummer in. Het staat onder de code.")
    )
    code = LineField(
        _l("Code van het certificaat"), most=40, required=_l("Vul de code in. Hij staat onder de QR-code.")
    )

    def validate_code(self, field: Any) -> None:
        if field.data and not is_code(normal_code(field.data)):
            raise ValidationError(_("Deze code klopt niet. Hij heeft 12 letters en cijfers."))
