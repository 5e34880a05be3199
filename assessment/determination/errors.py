"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow, NotYours


class NotComplete(NotNow):
    """Not all the work of the student is assessed, or the dossier is with the board already."""

    message = _l(
        "Dit dossier kan nu niet op de agenda. Al het werk moet bekeken zijn, en het staat er nog niet op."
    )


class DayIsPast(NotNow):
    """A meeting is today or later."""

    message = _l("Kies een vergadering van vandaag of later.")


class AlreadyDecided(NotNow):
    """Somebody decided first, or the page is old."""

    message = _l("Over dit dossier is intussen al besloten. Open het dossier opnieuw en kijk wat er staat.")


class NotToAnnounce(NotNow):
    """Somebody announced first, or the decision was annulled in the meantime."""

    message = _l(
        "Dit besluit is intussen al bekendgemaakt, of het is vernietigd. Er is nu niets bekendgemaakt. "
        "Kijk in het dossier wat er staat."
    )


class Involved(NotYours):
    """Who made, judged or coached the work does not decide about it."""

    message = _l("Jij was betrokken bij dit dossier. Daarom besluit een ander lid van de examencommissie.")


class StillBlocked(NotNow):
    """A check stands in the way."""

    message = _l("Dit dossier is nog niet in orde. Kijk bij de controle wat er eerst moet gebeuren.")
