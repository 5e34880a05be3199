"""What a board member may send."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectMultipleField, ValidationError
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from assessment.determination.dossier import Dossier
from assessment.determination.rules import needs_reason
from assessment.determination.workflow import DeterminationAct
from enrolment.fields import DayField
from foundation.clock import today
from foundation.errors import Unknown
from foundation.web.course_language import filled, in_dutch
from foundation.web.forms import Choice, Form, TextField, VersionField

DETERMINE, REFER_BACK, POSTPONE = (
    DeterminationAct.DETERMINE.value,
    DeterminationAct.REFER_BACK.value,
    DeterminationAct.POSTPONE.value,
)
MOST_AT_ONCE = 500


class IdsField(SelectMultipleField):
    """A choice of rows by their ids; what is no id is refused."""

    option_widget = CheckboxInput()
    widget = ListWidget(prefix_label=False)

    def __init__(self, label: Any = None, **options: Any) -> None:
        super().__init__(label, coerce=UUID, validate_choice=False, **options)

    @property
    def chosen(self) -> list[UUID]:
        """Give what was chosen."""
        return list(self.data or ())

    def pre_validate(self, form: Any) -> None:
        if len(self.data or ()) > MOST_AT_ONCE:
            raise ValidationError(_("Kies er niet meer dan %(most)s tegelijk.", most=MOST_AT_ONCE))


class MeetingField(DayField):
    """The day of a meeting."""

    @property
    def given(self) -> date:
        """Give the day of a form that was found in order."""
        if self.data is None:
            raise Unknown()
        return self.data


class SeenForm(Form):
    """A form about a row as it was seen."""

    version = VersionField()

    @property
    def seen(self) -> int:
        """Give the version that was seen; none fits when it is missing."""
        return self.version.data or 0


class AgendaForm(Form):
    """Which complete dossiers go on the agenda of which meeting."""

    enrolments = IdsField(_l("Dossiers"), validators=[InputRequired(_l("Kies een of meer dossiers."))])
    meeting_on = MeetingField(_l("Datum van de vergadering"), validators=[InputRequired(_l("Kies een dag."))])


class AnnounceForm(Form):
    """Which results are made known."""

    determinations = IdsField(
        _l("Besluiten"), validators=[InputRequired(_l("Kies een of meer studenten die vastgesteld zijn."))]
    )


class PutBackForm(SeenForm):
    """When a dossier is discussed again."""

    meeting_on = MeetingField(_l("Datum van de vergadering"), validators=[InputRequired(_l("Kies een dag."))])


class AnnulForm(SeenForm):
    """Why a decision is taken back."""

    reason = TextField(
        _l("Waarom vernietigt de commissie dit besluit?"), most=5000, required=_l("Schrijf op waarom.")
    )


class DecisionForm(SeenForm):
    """What the board decides about one dossier. The result itself is no field: the rules compute it."""

    decision = RadioField(
        _l("Wat besluit de commissie?"), validators=[InputRequired(_l("Kies wat de commissie besluit."))]
    )
    assessments = IdsField(_l("Wie kijken er opnieuw?"))
    meeting_on = MeetingField(_l("Nieuwe datum"))
    reason = TextField(_l("Motivering"), most=5000)
    not_involved = BooleanField(
        _l("Verklaring"),
        validators=[InputRequired(_l("Besluit alleen als je hier buiten staat. Kruis dit dan aan."))],
    )

    def __init__(self, dossier: Dossier, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.dossier = dossier
        self.decision.choices = _choices(dossier)

    def validate(self, extra_validators: Any = None) -> bool:
        found = super().validate(extra_validators)
        if missing := self._why_reason_is_needed():
            self.reason.errors = [*self.reason.errors, missing]
        return found and not missing

    def _why_reason_is_needed(self) -> str:
        """An empty text is optional for a field by itself; what was chosen decides."""
        if self.reason.data:
            return ""
        if self.decision.data in {REFER_BACK, POSTPONE}:
            return str(_("Schrijf op waarom."))
        if self.decision.data == DETERMINE and needs_reason(self.dossier.checks):
            return str(_("Schrijf op waarom het resultaat telt, ook met de waarschuwing."))
        return ""

    def validate_meeting_on(self, field: Any) -> None:
        if self.decision.data == POSTPONE and (field.data is None or field.data < today()):
            raise ValidationError(_("Kies een vergadering van vandaag of later."))

    def validate_assessments(self, field: Any) -> None:
        if self.decision.data == REFER_BACK and not field.data:
            raise ValidationError(_("Kies wie er opnieuw kijkt."))


def _choices(dossier: Dossier) -> list[Choice]:
    name = dossier.determination.enrolment.student.name
    later = [
        Choice(
            REFER_BACK,
            _("Terug naar de beoordelaars") + "|" + _("Zij krijgen jullie vraag en tekenen daarna opnieuw."),
        ),
        Choice(
            POSTPONE,
            _("Aanhouden tot een volgende vergadering") + "|" + _("Het dossier wacht tot de nieuwe datum."),
        ),
    ]
    if not dossier.can_be_determined or dossier.outcome is None:
        return later
    text = filled(_("Vaststellen: %(result)s"), result=in_dutch(dossier.title_of(dossier.outcome.level)))
    help_text = _("%(name)s krijgt bericht als jullie het resultaat bekendmaken.", name=name)
    return [Choice(DETERMINE, filled("%(text)s|%(help)s", text=text, help=help_text)), *later]
