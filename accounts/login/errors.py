"""Why the door stays closed."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class WrongCredentials(NotNow):
    """Address and password do not open an account; which of the two is wrong is not told."""

    message = _l(
        "Dit e-mailadres en wachtwoord horen niet bij elkaar. "
        "Kijk of alles klopt, of kies een nieuw wachtwoord."
    )


class WrongPassword(NotNow):
    """The password of who is signed in was asked again."""

    message = _l("Dit is niet je wachtwoord van nu.")


class WrongCode(NotNow):
    """A code of the second factor does not fit, or was used already."""

    message = _l("Deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code en typ die.")


class DeadLink(NotNow):
    """A link of a mail does not work (any more)."""

    status = 410
    message = _l("Deze link werkt niet meer. Vraag een nieuwe mail.")


class AddressTaken(NotNow):
    """Somebody else has this address by now."""

    message = _l("Er is al een account met dit e-mailadres. Er is niets veranderd.")


class FactorRequired(NotNow):
    """Staff cannot do without a second factor."""

    message = _l("Voor jouw rol is de tweede stap verplicht. Je kunt hem wel vervangen.")
