"""Why a file is refused: one sentence for people, one code for the log."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l


class FileRefused(Exception):
    """This file is not kept. `message` says why and what to do."""

    code = "unreadable"
    message: Any = _l("We kunnen dit bestand niet openen. Bewaar het opnieuw, of maak er een pdf van.")

    def __init__(self, **values: Any) -> None:
        super().__init__(self.code)
        self.values = values

    @property
    def text(self) -> str:
        """Give the sentence in the language of the reader."""
        return str(self.message) % self.values if self.values else str(self.message)


class Unreadable(FileRefused):
    """The content cannot be read as what it says it is."""


class NotOnTheList(FileRefused):
    """A kind of file that is not accepted."""

    code = "kind"
    message = _l(
        "Dit soort bestand nemen we niet aan. Kies een pdf, foto (jpg, png, webp), Word, Excel, odt of txt."
    )


class Active(FileRefused):
    """SVG, HTML and scripts."""

    code = "active"
    message = _l("Een webpagina, svg of programma nemen we niet aan. Maak er een pdf of een foto van.")


class NotAPicture(FileRefused):
    """Something else where a picture is asked."""

    code = "picture"
    message = _l(
        "Dit kan geen plaatje in een les zijn. Kies een foto of tekening als jpg, png of webp. "
        "Heb je een svg? Bewaar hem eerst als png."
    )


class Heic(FileRefused):
    """A photo of an iPhone in its own format."""

    code = "heic"
    message = _l("Een HEIC-foto kunnen we niet lezen. Bewaar de foto als jpg, of maak er een schermfoto van.")


class OtherContent(FileRefused):
    """The name says one thing, the content another."""

    code = "content"
    message = _l("De inhoud past niet bij de naam van dit bestand. Bewaar het opnieuw vanuit het programma.")


class TooBig(FileRefused):
    """More bytes than allowed."""

    code = "size"
    message = _l("Dit bestand is %(size)s MB. Het mag hooguit %(most)s MB zijn.")


class Empty(FileRefused):
    """No bytes at all."""

    code = "empty"
    message = _l("Dit bestand is leeg.")


class TooManyPixels(FileRefused):
    """A picture that would fill the memory."""

    code = "pixels"
    message = _l("Deze foto heeft te veel beeldpunten. Maak hem kleiner, of bewaar hem als jpg.")


class Bomb(FileRefused):
    """An archive that unpacks to far more than it weighs, or writes outside its folder."""

    code = "unpacked"
    message = _l("Dit document is van binnen te groot of beschadigd. Maak er een pdf van.")


class Outside(Bomb):
    """An archive with a part that would be written outside its folder."""


class Macros(FileRefused):
    """A document with a program in it, or one that fetches something from elsewhere."""

    code = "macros"
    message = _l("In dit document zit een programma of iets wat van internet komt. Maak er een pdf van.")


class Protected(FileRefused):
    """A document behind a password."""

    code = "password"
    message = _l("Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw.")
