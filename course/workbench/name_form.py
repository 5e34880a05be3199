"""The small forms around an item: its first name, its place, and throwing it away."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, ValidationError

from content.work_form import WorkSection
from foundation.web.course_language import DUTCH
from foundation.web.forms import Choice, Form, LineField


class NameForm(Form):
    """The name under which a new item begins."""

    name: LineField

    def validate_name(self, field: LineField) -> None:
        """Ask for more than spaces."""
        if not field.data and not field.errors:
            raise ValidationError(_("Vul eerst een naam in. De rest kan later."))


class MoveForm(Form):
    """One place up or down."""

    direction = RadioField(choices=[Choice("omhoog", _l("Omhoog")), Choice("omlaag", _l("Omlaag"))])


class RemoveForm(Form):
    """Nothing but the wish itself."""


def name_form(section: WorkSection, *, fresh: bool = False) -> NameForm:
    """Make the form that adds an item to this section; it asks the first question only."""
    asked = section.name_field
    field = LineField(
        asked.label,
        most=asked.limit or 200,
        required=_l("Vul eerst een naam in. De rest kan later."),
        description=asked.help,
        render_kw=DUTCH,
    )
    made: type[NameForm] = type("MadeNameForm", (NameForm,), {"name": field})
    return made(formdata=None) if fresh else made()
