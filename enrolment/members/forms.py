"""What a browser may send about a member."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, SelectMultipleField, ValidationError
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from accounts.people.rules import normal_email
from accounts.schools.names import ROLE_NAMES
from accounts.schools.roles import Role
from foundation.web.forms import Choice, Form, LineField


class RoleForm(Form):
    """A role to give."""

    role = SelectField(_l("Rol"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.offer(list(Role))

    def offer(self, roles: Sequence[Role]) -> None:
        """Choose which roles can be given."""
        self.role.choices = [Choice(role.value, ROLE_NAMES[role]) for role in roles]


class NewMemberForm(Form):
    """Somebody who joins the school; students come in with their cohort."""

    name = LineField(_l("Naam"), required=_l("Vul de naam in."))
    email = LineField(_l("E-mailadres"), most=320, required=_l("Vul het e-mailadres in."))
    roles = SelectMultipleField(
        _l("Rollen"),
        choices=[Choice(role.value, ROLE_NAMES[role]) for role in Role if role is not Role.STUDENT],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validators=[InputRequired(_l("Kies ten minste één rol."))],
    )

    def validate_email(self, field: Any) -> None:
        try:
            field.data = normal_email(field.data or "")
        except ValueError as fault:
            raise ValidationError(_("Dit e-mailadres is niet compleet. Vul het hele adres in.")) from fault

    def newcomer(self) -> dict[str, Any]:
        """Give who joins."""
        return {
            "name": self.name.data,
            "email": self.email.data,
            "roles": {Role(value) for value in self.roles.data or []},
        }
