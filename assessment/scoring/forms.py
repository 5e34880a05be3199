"""What a browser may send about scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import InputRequired, Length

from assessment.scoring.saving import Draft
from foundation.errors import Invalid
from foundation.web.forms import Form, LineField, TextField, VersionField


class ScoreForm(Form):
    """One criterion: a level or none yet, why, and which passages show it."""

    level = LineField(_l("Oordeel"), most=10, required=False)
    justification = TextField(_l("Onderbouwing"), most=10_000)
    evidence = TextField(_l("Bewijs"), most=10_000)
    version = VersionField()

    def draft(self, criterion: str) -> Draft:
        """Give what was sent about this criterion."""
        return Draft(
            criterion,
            self.level.data or "",
            self.justification.data or "",
            self.evidence.data or "",
            self.version.data or 0,
        )


class PartOfAll(ScoreForm):
    """One criterion among others in one request: its fields carry the code of the criterion."""

    def __init__(self, code: str, others: set[str]) -> None:
        self._others = others
        super().__init__(prefix=f"{code}-")

    def declared_elsewhere(self) -> set[str]:
        """Leave the fields of the other criteria to them."""
        return self._others


FIELDS = ("level", "justification", "evidence", "version")


def drafts_of_all(criteria: Sequence[str]) -> list[Draft]:
    """Read the criteria that a request holds, any number; raise Invalid with the messages per field."""
    declared = {f"{code}-{field}" for code in criteria for field in FIELDS}
    forms = {code: PartOfAll(code, declared) for code in criteria if f"{code}-version" in request.form}
    errors: dict[str, list[str]] = {}
    for code, form in forms.items():
        if not form.validate():
            errors |= {f"{code}-{name}": _texts(found) for name, found in form.errors.items() if name}
    if errors:
        raise Invalid(errors)
    return [form.draft(code) for code, form in forms.items()]


class ReasonForm(Form):
    """Why an assessor gives something back."""

    reason = TextField(_l("Waarom?"), most=2000, required=_l("Schrijf op waarom."))


class SignForm(Form):
    """The hash of the rows as they stood on the page: one signs what one read."""

    seen = HiddenField(validators=[InputRequired(), Length(min=64, max=64)])


class EmptyForm(Form):
    """Nothing but the token."""


def _texts(found: Sequence[Any]) -> list[str]:
    return [str(each) for each in found]
