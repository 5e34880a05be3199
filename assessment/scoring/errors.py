"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class NotOpened(NotNow):
    """The assessor has not opened (this version of) the work."""

    message = _l("Begin eerst met beoordelen. Dat doe je bij Mijn beoordelingen.")


class AlreadySigned(NotNow):
    """A signed assessment stays as it is."""

    message = _l("Je hebt dit werk al ondertekend. Er verandert niets meer.")


class NotComplete(NotNow):
    """Some criteria lack a level or a justification."""

    message = _l("Nog niet alles is beoordeeld. Geef bij elk criterium een oordeel en een onderbouwing.")


class ScoresHaveChanged(NotNow):
    """A score is not what the assessor read before signing."""

    message = _l("Er is nog iets veranderd in je beoordeling. Lees alles nog een keer en onderteken dan.")


class NothingToHandOver(NotNow):
    """The assessor has signed everything of this student."""

    message = _l("Deze beoordelaar heeft alles van deze student ondertekend. Er is niets over te dragen.")


class GaveItBack(NotNow):
    """This assessor gave back this very work before."""

    message = _l("Deze beoordelaar heeft werk van deze student eerder teruggegeven. Kies iemand anders.")
