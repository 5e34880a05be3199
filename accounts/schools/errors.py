"""Why something about schools and their people is refused."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow, NotYours


class LastAdmin(NotNow):
    """A school keeps at least one administrator."""

    message = _l("Dit is de laatste beheerder van de school. Geef eerst iemand anders de rol administratie.")


class OwnRights(NotYours):
    """Nobody makes himself more than he is."""

    message = _l("Je kunt jezelf geen rol geven. Vraag het een andere beheerder.")


class NotAnAdmin(NotYours):
    """Only an administrator of the school changes who may do what there."""

    message = _l("Alleen de administratie van de school mag mensen en rollen veranderen.")


class SlugTaken(NotNow):
    """Another school has this short name."""

    message = _l("Er is al een school met de korte naam %(slug)s.")


class NumberTaken(NotNow):
    """Somebody else at this school has this student number."""

    message = _l("Studentnummer %(number)s hoort al bij iemand anders.")
