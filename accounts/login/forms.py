"""The forms of the door and of the account."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField, RadioField, ValidationError
from wtforms.validators import InputRequired, Length

from accounts.login.password_actions import faults_of
from accounts.login.password_rules import MOST
from accounts.people.rules import normal_email
from foundation.web.forms import Choice, Form, LineField
from foundation.web.text import storable

NO_ADDRESS = _l("Vul een e-mailadres in, zoals naam@school.nl.")
EMAIL = {"autocomplete": "username", "inputmode": "email", "autocapitalize": "none", "spellcheck": "false"}
LANGUAGES = [Choice(code, name, {"lang": code}) for code, name in (("nl", "Nederlands"), ("en", "English"))]
CODE = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}


class SecretField(PasswordField):
    """A password: pasted or typed, never shown again."""

    def __init__(self, label: Any, *, autocomplete: str = "current-password", **options: Any) -> None:
        rules = [InputRequired(_l("Vul je wachtwoord in.")), Length(max=MOST), storable]
        super().__init__(label, rules, render_kw={"autocomplete": autocomplete}, **options)


class SignInForm(Form):
    """Address and password, and where to go on."""

    email = LineField(_l("E-mailadres"), most=320, required=_l("Vul je e-mailadres in."), render_kw=EMAIL)
    password = SecretField(_l("Wachtwoord"))
    next = HiddenField()


class ForgottenForm(Form):
    """The address of who forgot a password."""

    email = LineField(_l("E-mailadres"), most=320, required=_l("Vul je e-mailadres in."), render_kw=EMAIL)

    def validate_email(self, field: LineField) -> None:
        """Refuse what is no address at all; whether it is known is not told."""
        refuse_no_address(field)


class NewPasswordForm(Form):
    """A new password. `known`: words that an attacker would try, such as the address."""

    password = SecretField(_l("Nieuw wachtwoord"), autocomplete="new-password")
    known: tuple[str, ...] = ()

    def validate_password(self, field: SecretField) -> None:
        """Refuse what is short or easy."""
        refuse_weak(field, self.known)


class ChangePasswordForm(NewPasswordForm):
    """The old password and a new one."""

    old_password = SecretField(_l("Wachtwoord van nu"))


class ChangeEmailForm(Form):
    """A new address, and the password to show that it is you."""

    email = LineField(
        _l("Nieuw e-mailadres"),
        most=320,
        required=_l("Vul je nieuwe e-mailadres in."),
        render_kw={**EMAIL, "autocomplete": "email"},
    )
    password = SecretField(_l("Wachtwoord van nu"))

    def validate_email(self, field: LineField) -> None:
        """Refuse what is no address at all."""
        refuse_no_address(field)


class CodeForm(Form):
    """A code of the app, or a recovery code."""

    code = LineField(_l("Code"), most=40, required=_l("Vul de code in."), render_kw=CODE)
    next = HiddenField()


class FactorForm(CodeForm):
    """Set up a second step in the account: also asks the password."""

    password = SecretField(_l("Wachtwoord van nu"))


class PasswordForm(Form):
    """The password, asked again before something that matters."""

    password = SecretField(_l("Wachtwoord van nu"))


class SchoolForm(Form):
    """For which school somebody comes."""

    membership = LineField(most=36)
    next = HiddenField()


class PreferencesForm(Form):
    """How the pages look and which language they speak."""

    language = RadioField(_l("Taal"), choices=LANGUAGES)
    theme = RadioField(_l("Kleuren"), choices=[Choice("licht", _l("Licht")), Choice("donker", _l("Donker"))])


def refuse_no_address(field: LineField) -> None:
    """Raise ValidationError when this is no e-mail address."""
    try:
        normal_email(field.data or "")
    except ValueError:
        raise ValidationError(str(NO_ADDRESS)) from None


def refuse_weak(field: SecretField, known: tuple[str, ...]) -> None:
    """Raise ValidationError when this password is short or easy to guess."""
    if faults := faults_of(field.data or "", *known):
        raise ValidationError(" ".join(faults))
