"""The letter that a result is ready. It never holds the result."""

from __future__ import annotations

from flask_babel import gettext as _

from foundation.mail.actions import Letter, composer
from foundation.mail.models import MailMessage
from foundation.web.links import public_link


@composer("determination.announced")
def announced(message: MailMessage) -> Letter:
    """Tell a student where to read the result."""
    body = _(
        "De examencommissie heeft een besluit genomen over jouw keuzedeel.\n\n"
        "Log in om je resultaat te lezen:\n%(url)s\n\n"
        "Op die pagina lees je ook tot wanneer je bezwaar kunt maken.",
        url=public_link("result.show"),
    )
    return Letter(_("Je resultaat staat klaar"), body)
