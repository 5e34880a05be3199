"""What a browser may send as text, made storable on both databases. Pure."""

from __future__ import annotations

import re
import unicodedata

from flask_babel import gettext as _
from wtforms import ValidationError

LONGEST_TEXT = 50_000
# Every control character (Cc) but tab and line end, and every surrogate (Cs).
UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def tidy(value: str | None) -> str | None:
    """Normalise text: NFC, one kind of line end, no spaces at the ends."""
    if value is None:
        return None
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()


def showable(value: str) -> str:
    """Leave out what no page can show, so that a form comes back with the rest of what was typed."""
    return UNSTORABLE.sub("", value)


def storable(form: object, field: object) -> None:
    """Refuse what a database cannot keep: control characters (NUL) and broken surrogates."""
    value = getattr(field, "data", None)
    if isinstance(value, str) and UNSTORABLE.search(value):
        raise ValidationError(
            _("In deze tekst staat een teken dat wij niet kunnen bewaren. Typ de tekst opnieuw.")
        )
