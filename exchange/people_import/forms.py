"""What a browser may send to bring people in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired

from foundation.web.forms import Form


class UploadForm(Form):
    """One file."""

    file = FileField(
        _l("Bestand"),
        validators=[FileRequired(_l("Kies eerst een bestand."))],
        description=_l("Een CSV- of Excel-bestand (.xlsx) van hooguit 5 MB en 20.000 rijen."),
    )
