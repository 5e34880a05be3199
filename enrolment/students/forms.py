"""What a browser may send about one student."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from accounts.schools.models import Membership
from enrolment.models import Cohort
from enrolment.workflow import EnrolmentAct
from foundation.web.forms import Choice, Form, LineField

STEPS = {
    EnrolmentAct.PAUSE: _l("Zet stil|De student kan lezen, maar niet inleveren."),
    EnrolmentAct.RESUME: _l("Laat doorgaan|De student kan weer werken en inleveren."),
    EnrolmentAct.WITHDRAW: _l("Schrijf uit|De student stopt. Je kunt dit niet terugdraaien."),
}
NO_HEALTH = _l("Dit komt in het logboek. Noem geen ziekte en geen andere medische gegevens.")


class StepForm(Form):
    """Pause, resume or withdraw, and why."""

    act = RadioField(_l("Wat wil je doen?"), validators=[InputRequired(_l("Kies wat je wilt doen."))])
    reason = LineField(_l("Waarom?"), required=_l("Schrijf in het kort waarom."), description=NO_HEALTH)

    def __init__(self, possible: Iterable[EnrolmentAct], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.act.choices = [Choice(act.value, STEPS[act]) for act in possible if act in STEPS]


class TransferForm(Form):
    """To which cohort, and why."""

    cohort = SelectField(_l("Naar welke groep?"))
    reason = LineField(_l("Waarom?"), required=_l("Schrijf in het kort waarom."), description=NO_HEALTH)

    def __init__(self, cohorts: Sequence[Cohort], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.cohort.choices = [Choice(str(each.id), each.name) for each in cohorts]


class CoachForm(Form):
    """Who coaches."""

    coach = SelectField(_l("Begeleider"))

    def __init__(self, coaches: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.coach.choices = [Choice(str(each.id), each.name) for each in coaches]
