"""Why a note cannot become evidence."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class NothingWritten(NotNow):
    """The note has no text."""

    message = _l("In deze notitie staat nog niets. Schrijf eerst iets op.")
