"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class TooLate(NotNow):
    """The request came in after the last instant."""

    message = _l(
        "Inleveren kon tot %(deadline)s. Jouw inlevering kwam binnen om %(arrived)s. "
        "Je werk staat er nog. Vraag je school om uitstel."
    )


class EnrolmentIsClosed(NotNow):
    """The enrolment is paused or ended."""

    message = _l("Je inschrijving loopt nu niet. Je kunt daarom niets inleveren. Vraag het je school.")


class WorkHasChanged(NotNow):
    """The work is not what the student saw in the preview."""

    message = _l("Je werk is veranderd na dit voorbeeld. Bekijk eerst het nieuwe voorbeeld en lever dan in.")


class AlreadyHandedIn(NotNow):
    """This work process is handed in already."""

    message = _l("Dit werkproces is al ingeleverd. Op je ontvangstbewijs zie je wanneer.")


class AlreadyOpened(NotNow):
    """An assessor has begun, so the work stays where it is."""

    message = _l("Een beoordelaar is al begonnen. Je kunt je werk niet meer terughalen.")
