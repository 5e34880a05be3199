"""What a browser may send about a cohort."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, ValidationError
from wtforms.validators import InputRequired

from enrolment.catalogue import catalogue
from enrolment.cohorts.actions import CohortDraft
from enrolment.fields import DayField
from enrolment.models import Track
from foundation.web.course_language import dutch_choice
from foundation.web.forms import Choice, Form, LineField, VersionField

TRACKS = [
    Choice(
        Track.DERDE_LEERWEG.value,
        _l("Derde leerweg|Voor wie werkt of zij-instroomt, zonder diploma."),
    ),
    Choice(Track.DIPLOMA.value, _l("Binnen een diploma|Het keuzedeel hoort bij een hele mbo-opleiding.")),
]


class CohortForm(Form):
    """What every cohort has."""

    name = LineField(_l("Naam van de groep"), most=100, required=_l("Geef de groep een naam."))
    track = RadioField(
        _l("Waar hoort het certificaat bij?"), choices=TRACKS, default=Track.DERDE_LEERWEG.value,
        validators=[InputRequired(_l("Kies waar het certificaat bij hoort."))],
    )  # fmt: skip
    starts_on = DayField(_l("Eerste dag"), validators=[InputRequired(_l("Kies de eerste dag."))])
    ends_on = DayField(_l("Laatste dag"), validators=[InputRequired(_l("Kies de laatste dag."))])

    def validate_ends_on(self, field: Any) -> None:
        if field.data and self.starts_on.data and field.data <= self.starts_on.data:
            raise ValidationError(_("De laatste dag ligt na de eerste dag."))

    def draft(self) -> CohortDraft:
        """Give what was filled in."""
        return CohortDraft(
            name=self.name.data or "",
            track=Track(self.track.data),
            starts_on=cast(date, self.starts_on.data),
            ends_on=cast(date, self.ends_on.data),
        )


class ChangeCohortForm(CohortForm):
    """The data of a cohort that exists."""

    version = VersionField()


class NewCohortForm(CohortForm):
    """The data of a new cohort."""

    keuzedeel = SelectField(_l("Keuzedeel"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzedeel.choices = [dutch_choice(each.slug, each.title) for each in catalogue().keuzedelen]
