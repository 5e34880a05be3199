"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class NotDecided(NotNow):
    """The file is about a decision, and there is none."""

    message = _l("Over dit dossier is nog niet besloten. Daarna kun je het als bestand ophalen.")
