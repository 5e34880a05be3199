"""Why evidence cannot be kept or changed."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class PortfolioFull(NotNow):
    """There is no room for more evidence."""

    message = _l("Je hebt al heel veel bewijs. Gooi eerst iets weg wat je niet gebruikt.")
