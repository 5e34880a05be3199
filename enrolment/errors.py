"""Every reason why this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class NameTaken(NotNow):
    message = _l("Er is al een groep met deze naam. Kies een andere naam.")


class NotLater(NotNow):
    message = _l("Uitstel moet later zijn dan de inleverdatum van de groep.")


class NoDeadline(NotNow):
    message = _l("Deze groep heeft nog geen inleverdatum voor dit werkproces. Zet die eerst in de planning.")


class CoachesThisStudent(NotNow):
    message = _l(
        "Wie een student begeleidt of begeleid heeft, beoordeelt die student niet. Het gaat om: %(names)s."
    )


class AssessesThisStudent(NotNow):
    message = _l("Wie een student beoordeelt, kan die student niet begeleiden. Het gaat om: %(names)s.")


class SamePersonTwice(NotNow):
    message = _l("Een student heeft twee verschillende beoordelaars. Kies iemand anders.")


class NotYourself(NotNow):
    message = _l("Je kunt jezelf niet aanwijzen als beoordelaar. Laat een collega dat doen.")


class SeatTaken(NotNow):
    message = _l("Op deze plek staat al een beoordelaar. Laad de pagina opnieuw.")


class OtherKeuzedeel(NotNow):
    message = _l("Overzetten kan alleen naar een groep van hetzelfde keuzedeel.")


class AlreadyThere(NotNow):
    message = _l("Deze student staat al in die groep.")


class ProposalChanged(NotNow):
    message = _l("Er is intussen iets veranderd. Bekijk het nieuwe voorstel en bevestig opnieuw.")
