"""The one family of "no": every refusal is an error with a message for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l


class Refused(Exception):
    """Say no to an act, with the reason in plain Dutch; nothing is kept of the request."""

    status = 409
    message: Any = _l("Dat kan nu niet.")

    def __init__(self, message: Any = None, **values: Any) -> None:
        self.message = message or self.message
        self.values = values
        super().__init__(str(type(self).__name__))

    @property
    def text(self) -> str:
        """Give the message in the language of the reader."""
        return str(self.message) % self.values if self.values else str(self.message)


class NotNow(Refused):
    """The thing is in a state in which this act is not possible."""

    message = _l("Dat kan in deze stap niet meer, of nog niet. Kijk op de pagina wat nu kan.")


class NotYours(Refused):
    """The reader may know this place, but not do this."""

    status = 403
    message = _l("Je hebt geen toegang tot deze pagina.")


class Unknown(Refused):
    """There is no such thing, or the reader may not know that there is."""

    status = 404
    message = _l("Deze pagina bestaat niet, of is niet voor jou.")


class Hidden(Unknown):
    """It is there, but not for this reader: answered like what does not exist, and noted in the log."""


class Invalid(Refused):
    """What was sent has faults: messages per field."""

    status = 422
    message = _l("Nog niet alles klopt. Kijk bij de velden met een rode rand.")

    def __init__(self, errors: Mapping[str, list[str]], message: Any = None) -> None:
        super().__init__(message)
        self.errors = dict(errors)


class ChangedMeanwhile(Refused):
    """Somebody (or another tab) saved first; `theirs` holds the text that stands there now."""

    message = _l(
        "Dit is intussen op een andere plek veranderd. Jouw tekst staat hier nog. Kies welke je houdt."
    )

    def __init__(self, *, version: int, theirs: Mapping[str, Mapping[str, str]] | None = None) -> None:
        super().__init__()
        self.version = version
        self.theirs = dict(theirs or {})


class TooOften(Refused):
    """Too many tries in a short time."""

    status = 429
    message = _l("Je hebt dit te vaak geprobeerd. Wacht %(minutes)s minuten en probeer het opnieuw.")


class TooLarge(Refused):
    """What was sent is larger than allowed."""

    status = 413
    message = _l("Dit is te groot. Een bestand mag hooguit %(megabytes)s MB zijn.")
