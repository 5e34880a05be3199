"""Why something cannot be done to work."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow, Unknown


class Locked(NotNow):
    """The work is handed in, or the enrolment is not active: the message says which."""


class TooMany(NotNow):
    """A section is full."""

    message = _l("Dit onderdeel zit vol. Gooi eerst iets weg wat je niet meer gebruikt.")


class TargetGone(Unknown):
    """What was to be connected is not there (any more)."""

    message = _l("Iets wat je wilt koppelen is er niet meer. Laad de pagina opnieuw. Je tekst blijft staan.")
