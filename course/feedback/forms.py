"""What a coach and a student send about reactions."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, ValidationError

from content.qualification import WorkProcess
from foundation.web.course_language import dutch_choice
from foundation.web.forms import Choice, Form, TextField

BODY_AT_MOST = 5_000


class FeedbackForm(Form):
    """A reaction on one work process, perhaps about one criterion."""

    criterion = SelectField(_l("Bij welk criterium?"), validate_choice=False)
    body = TextField(
        _l("Wat zag je, en wat kan de volgende stap zijn?"),
        most=BODY_AT_MOST,
        required=_l("Schrijf eerst je reactie."),
    )

    def __init__(self, work_process: WorkProcess, **options: Any) -> None:
        super().__init__(**options)
        criteria = [dutch_choice(each.id, f"{each.id} {each.text}") for each in work_process.behaviours]
        self.codes = {each.id for each in work_process.behaviours}
        self.criterion.choices = [Choice("", _l("Het hele werkproces")), *criteria]

    def validate_criterion(self, field: Any) -> None:
        if field.data and field.data not in self.codes:
            raise ValidationError(_l("Kies een criterium uit de lijst."))

    def validate_body(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_l("Schrijf eerst je reactie."))


class Handled(Form):
    """Nothing to fill in: pressing the button is the act."""
