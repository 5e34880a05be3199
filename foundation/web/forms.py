"""The base of every form: bounded text, and nothing but the declared fields."""

from __future__ import annotations

from functools import cache
from typing import Any

from babel.support import NullTranslations, Translations
from flask import request
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice as Choice  # type: ignore[attr-defined]
from wtforms.i18n import messages_path
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange
from wtforms.validators import Optional as Maybe
from wtforms.widgets import HiddenInput

from foundation.errors import Invalid
from foundation.web.text import LONGEST_TEXT, showable, storable, tidy

__all__ = ["Choice", "Form", "LineField", "Shown", "TextField", "VersionField"]

ALWAYS_ALLOWED = frozenset({"csrf_token"})


class Form(FlaskForm):  # type: ignore[misc]
    """A form that refuses fields it did not declare; by itself it is a button: nothing but its token."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Flask-WTF reads the sentences of WTForms from the disk at every form."""

        def get_translations(self, form: Any) -> NullTranslations:
            return _sentences_of_wtforms(get_locale().language)

    def validate(self, extra_validators: Any = None) -> bool:
        undeclared = set(request.form) | set(request.files)
        undeclared -= {field.name for field in self} | ALWAYS_ALLOWED | self.declared_elsewhere()
        if undeclared:
            raise Invalid({}, _("Dit formulier bevat een veld dat wij niet kennen. Laad de pagina opnieuw."))
        return bool(super().validate(extra_validators))

    def declared_elsewhere(self) -> set[str]:
        """Give names of fields that this form takes besides its own (a form built from data)."""
        return set()

    def checked(self) -> None:
        """Raise Invalid, with the messages per field, unless all is well."""
        if not self.validate():
            raise Invalid(
                {name: [str(error) for error in errors] for name, errors in self.errors.items() if name}
            )


class Shown:
    """A field that comes back without characters that no page can show."""

    def _value(self) -> str:
        return showable(super()._value())  # type: ignore[misc]


class LineField(Shown, StringField):
    """One line of text; `most` is the largest number of characters."""

    def __init__(self, label: Any = None, *, most: int = 200, required: Any = True, **options: Any) -> None:
        super().__init__(label, _validators(most, required), filters=[tidy, _one_line], **options)


class TextField(Shown, TextAreaField):
    """Several lines of text."""

    def __init__(
        self, label: Any = None, *, most: int = LONGEST_TEXT, required: Any = False, **options: Any
    ) -> None:
        super().__init__(label, _validators(most, required), filters=[tidy], **options)


class VersionField(Shown, IntegerField):
    """The version of the row that the writer saw."""

    widget = HiddenInput()

    def __init__(self, **options: Any) -> None:
        message = _l("Laad de pagina opnieuw.")
        validators = [InputRequired(message), NumberRange(0, 2**31 - 1, message)]
        super().__init__(validators=validators, **options)


@cache
def _sentences_of_wtforms(language: str) -> NullTranslations:
    return Translations.load(messages_path(), [language], domain="wtforms")


def _validators(most: int, required: Any) -> list[Any]:
    too_long = _l("Dit is te lang. Gebruik hooguit %(most)s tekens.", most=most)
    needed = DataRequired(
        required if isinstance(required, str) or not isinstance(required, bool) else _l("Vul dit in.")
    )
    return [needed if required else Maybe(), Length(max=most, message=too_long), storable]


def _one_line(value: str | None) -> str | None:
    return " ".join(value.split()) if value and "\x00" not in value else value
