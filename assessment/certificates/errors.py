"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class NoPositiveResult(NotNow):
    """A certificate rests on a positive determination that was made known."""

    message = _l("Een certificaat kan pas als het resultaat behaald én bekendgemaakt is.")


class AlreadyIssued(NotNow):
    """There is one already."""

    message = _l("Er is al een certificaat bij dit besluit. Je vindt het in het register.")


class StillBeingMade(NotNow):
    """The PDF is made in the background."""

    message = _l("De PDF wordt nog gemaakt. Laad de pagina over een minuut opnieuw.")
