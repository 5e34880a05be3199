"""The words that go with a dossier that left the house: what it is, and how anyone can check it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from foundation.web.moments import moment


def readme(made: Mapping[str, Any]) -> str:
    """Write it as plain text."""
    values = {"number": made["dossier"], "round": made["round"], "school": made["school"]}
    lines = [
        _("Dossier %(number)s, ronde %(round)s. %(school)s.", **values),
        _("Gemaakt op %(at)s door %(name)s.", at=moment(made["made_at"]), name=made["made_by"]),
        "",
        *_what_it_is(),
        "",
        _("Hoe controleer je het?"),
        *(f"{number}. {text}" for number, text in enumerate(_steps(), start=1)),
    ]
    return "\r\n".join(lines) + "\r\n"  # read on Windows too


def _what_it_is() -> list[str]:
    return [
        _("Wat is dit?"),
        _(
            "Alles waarop één besluit van de examencommissie rust: het werk zoals het is ingeleverd, wie wat "
            "oordeelde en waarom, het besluit, de regels en het logboek. Je hebt niets anders nodig om het "
            "te lezen."
        ),
        "",
        _("Waar begin je?"),
        _(
            "Pak dit bestand uit. Open dossier.html in een browser. Bij elk oordeel staat het bewijs. "
            "Een klik opent die plek in het werk."
        ),
    ]


def _steps() -> list[str]:
    return [
        _("Elk bestand heeft een code (SHA-256). Verandert er één letter, dan verandert de code."),
        _(
            "Linux: typ in deze map %(linux)s. macOS: %(mac)s. Windows, per bestand: %(windows)s.",
            linux="sha256sum -c codes.sha256",
            mac="shasum -a 256 -c codes.sha256",
            windows=r"certutil -hashfile bewijsstukken\besluit.json SHA256",
        ),
        _(
            "In manifest.json staat bij elk bestand ook de code die toen is opgeschreven (registered), en of "
            "die past (fits). De code van het werk staat ook op het ontvangstbewijs van de student."
        ),
        _(
            "In besluit.json staan de codes van het werk, de handtekeningen en de regels. Zo hangt alles aan "
            "het besluit."
        ),
        _(
            "In certificaten.json staat de code van het besluit, en de code van de PDF. Heb je het "
            "certificaat als PDF? Dan moet die dezelfde code hebben."
        ),
        _(
            "Een bestand zonder code in manifest.json is niet meer bewaard. De regel blijft staan, zodat je "
            "ziet dat het er was."
        ),
    ]
