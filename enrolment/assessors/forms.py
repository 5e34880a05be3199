"""What a browser may send about assessors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, ValidationError

from accounts.schools.models import Membership
from enrolment.cohorts.choice import ChoiceForm
from enrolment.students.forms import NO_HEALTH
from foundation.web.forms import Choice, LineField


class SeatsForm(ChoiceForm):
    """Who gets seat 1 and seat 2; an empty choice leaves the seat as it is."""

    first = SelectField(_l("Beoordelaar 1"))
    second = SelectField(_l("Beoordelaar 2"))

    def __init__(self, assessors: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.members = {str(each.id): each for each in assessors}
        choices = [Choice("", _l("niemand")), *(Choice(key, each.name) for key, each in self.members.items())]
        self.first.choices = self.second.choices = choices

    def validate_second(self, field: Any) -> None:
        if field.data and field.data == self.first.data:
            raise ValidationError(_("Kies twee verschillende mensen."))
        if not field.data and not self.first.data:
            raise ValidationError(_("Kies ten minste één beoordelaar."))

    def chosen(self) -> Mapping[int, Membership]:
        """Give the member per seat."""
        fields = {1: self.first, 2: self.second}
        return {seat: self.members[field.data] for seat, field in fields.items() if field.data}


class ReplaceForm(ChoiceForm):
    """Who takes over, and why."""

    assessor = SelectField(_l("Wie neemt het over?"))
    reason = LineField(_l("Waarom?"), required=_l("Schrijf in het kort waarom."), description=NO_HEALTH)

    def __init__(self, assessors: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.members = {str(each.id): each for each in assessors}
        self.assessor.choices = [Choice(key, each.name) for key, each in self.members.items()]


class ConfirmForm(ChoiceForm):
    """Yes to the proposal that was shown."""

    digest = LineField(most=64)
