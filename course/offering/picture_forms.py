"""What a browser may send about pictures."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import ValidationError

from course.portfolio.receiving import receive_picture
from course.portfolio.uploads import CleanPicture, FileRefused
from foundation.web.forms import Form, LineField


class PictureForm(Form):
    """One picture with a name; `clean` is what may be kept of it, `refused` why it may not."""

    title = LineField(
        _l("Naam"), most=60, required=_l("Geef het plaatje een naam. Dan vind je het terug."),
        description=_l("Bijvoorbeeld: De markt op maandag."),
    )  # fmt: skip
    file = FileField(_l("Foto of tekening"), validators=[FileRequired(_l("Kies eerst een bestand."))])
    clean: CleanPicture | None = None
    refused = ""

    def validate_file(self, field: Any) -> None:
        """Look at the content, and clean it."""
        try:
            self.clean = receive_picture(field.data)
        except FileRefused as refused:
            self.refused = refused.code
            raise ValidationError(refused.text) from refused
