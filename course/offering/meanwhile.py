"""Somebody changed the draft while another was filling in a form about it: both stand on the page."""

from __future__ import annotations

from flask_babel import gettext as _

from course.offering.desk import Desk
from course.offering.forms import HoursForm, ModuleForm

NOT_SHOWN = frozenset({"csrf_token", "version"})


def is_overtaken(form: HoursForm | ModuleForm, desk: Desk) -> bool:
    """Tell whether the draft changed since the page of this form was made."""
    return bool(form.is_submitted() and form.version.data != desk.seen)


def beside_theirs(form: HoursForm | ModuleForm, stands: HoursForm | ModuleForm) -> None:
    """Leave what was typed, and say at each field what stands in the draft now; saving again keeps it."""
    for field in stands:
        if field.name not in NOT_SHOWN and field.name in form and form[field.name].data != field.data:
            there = _("In het concept staat nu: %(text)s", text=field.data)
            form[field.name].errors = [*form[field.name].errors, there]
    told = _(
        "De cursus is veranderd terwijl je bezig was. "
        "Wat je invulde staat hier nog. Kijk het na en bewaar opnieuw."
    )
    form.form_errors = [told]
    form.version.data = stands.version.data
