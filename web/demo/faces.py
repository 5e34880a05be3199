"""Whom a visitor of the demo may be, one click away on the sign-in page."""

from __future__ import annotations

from flask_babel import gettext as _

Face = tuple[str, str, str, str]


def demo_people() -> list[Face]:
    """Give label, name, address and description of each."""
    student, zij_instromer, coach = _("Student"), _("Zij-instromer"), _("Begeleider")
    assessor, board, administration = _("Beoordelaar"), _("Examencommissie"), _("Administratie")
    return [
        _face(student, "Samira Haddou", _("Zit midden in haar wijkanalyse. Over vijf dagen levert zij in.")),
        _face(
            zij_instromer, "Hawa Diallo", _("Werkt in de wijkzorg en volgt het keuzedeel naast haar baan.")
        ),
        _face(student, "Elif Kaya", _("Heeft haar wijkanalyse ingeleverd. Zij kan hem nog terughalen.")),
        _face(student, "Wouter Hoekstra", _("Is geslaagd met een goed. Zijn certificaat is er.")),
        _face(student, "Dilan Arslan", _("Kreeg een onvoldoende, met de uitleg per criterium.")),
        _face(coach, "Marloes van Vliet", _("Begeleidt Samira en Hawa, en ziet wie hulp nodig heeft.")),
        _face(
            _("Begeleider en beoordelaar"),
            "Tineke Broers",
            _("Begeleidt de ene groep en beoordeelt studenten uit de andere."),
        ),
        _face(
            assessor, "Henk Dijkstra", _("Heeft werk dat half is beoordeeld, en verschillen om te bespreken.")
        ),
        _face(assessor, "Bram de Wit", _("Is derde beoordelaar bij één student.")),
        _face(board, "Anneke Postma", _("Is voorzitter. Op de agenda staan dossiers om vast te stellen.")),
        _face(
            administration,
            "Wilma Koster",
            _("Maakt groepen, wijst beoordelaars toe en geeft certificaten uit."),
        ),
        (
            _("Student van een andere school"),
            "Lars Mulder",
            "lars@zuiderveld.example",
            _("Ziet niets van ROC Waterrijk."),
        ),
    ]


def _face(label: str, name: str, description: str) -> Face:
    return label, name, f"{name.split()[0].lower()}@waterrijk.example", description
