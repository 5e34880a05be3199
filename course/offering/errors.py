"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import ChangedMeanwhile, NotNow


class DraftOvertaken(ChangedMeanwhile):
    """Somebody (or another tab) changed the draft after this page was made."""


class NothingChanged(NotNow):
    """The draft offers what students see already."""

    message = _l("Er is niets veranderd. Studenten zien dit al.")


class HoursDoNotFit(NotNow):
    """The hours of a route do not add up to the study load."""

    message = _l("De uren kloppen nog niet met de studielast. Verdeel ze eerst opnieuw.")


class TooManyOwn(NotNow):
    """More documents than a course can use."""

    message = _l("Je school heeft al heel veel eigen lessen. Gebruik er eerst een opnieuw.")


class TooManyPictures(NotNow):
    """More pictures than a course can hold."""

    message = _l("De plaatjes van deze cursus zijn samen te groot. Gooi er eerst een weg.")


class PictureGone(NotNow):
    """The bytes of a picture cannot be found."""

    message = _l("Het bestand van het plaatje ‘%(title)s’ is er niet meer. Voeg het opnieuw toe.")
