"""The words for everything that can be wrong: what it is, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from exchange.people_import.problems import Fault, FileProblem, Problem, Unreadable

FILE: Mapping[FileProblem, Any] = {
    FileProblem.EMPTY: _l("Dit bestand is leeg."),
    FileProblem.TOO_LARGE: _l("Dit bestand is te groot. Het mag hooguit 5 MB zijn."),
    FileProblem.TOO_MANY_ROWS: _l("Er staan te veel rijen in. Gebruik hooguit 20.000 rijen per bestand."),
    FileProblem.UNPACKS_TOO_LARGE: _l(
        "Dit Excel-bestand is van binnen te groot. Bewaar het als CSV en probeer het opnieuw."
    ),
    FileProblem.NOT_A_TABLE: _l("Dit is geen CSV- of Excel-bestand. Bewaar je lijst als CSV of als .xlsx."),
    FileProblem.OLD_EXCEL: _l(
        "Dit is een oud of beveiligd Excel-bestand. Bewaar het zonder wachtwoord als .xlsx."
    ),
    FileProblem.BROKEN: _l(
        "Dit Excel-bestand kunnen wij niet lezen. Open het in Excel en bewaar het opnieuw."
    ),
    FileProblem.LETTERS: _l("De letters in dit bestand kunnen wij niet lezen. Bewaar het als CSV UTF-8."),
    FileProblem.QUOTES: _l(
        'In rij %(where)s kloppen de aanhalingstekens niet. Kijk of daar een " te veel staat of mist.'
    ),
    FileProblem.NO_HEADER: _l(
        "Wij zien nergens de namen van de kolommen, zoals naam en e-mail. Zet ze in de eerste rij."
    ),
    FileProblem.COLUMN_MISSING: _l(
        "Er mist een kolom: %(where)s. Zet die naam in de rij met namen van kolommen."
    ),
    FileProblem.COLUMN_TWICE: _l("Twee kolommen betekenen voor ons hetzelfde: %(where)s. Haal er één weg."),
    FileProblem.NO_ROWS: _l("Onder de namen van de kolommen staat nog niemand."),
}

ROW: Mapping[Problem, tuple[Any, Any]] = {
    Problem.MISSING: (_l("Hier staat niets."), _l("Vul deze kolom in.")),
    Problem.TOO_LONG: (_l("Dit is te lang."), _l("Maak het korter.")),
    Problem.FORMULA: (
        _l("Dit begint met =, +, - of @, zoals een formule."),
        _l("Typ de gewone tekst, zonder dat teken vooraan."),
    ),
    Problem.UNSTORABLE: (
        _l("Er staat een onzichtbaar teken in dat wij niet kunnen bewaren."),
        _l("Typ de tekst opnieuw."),
    ),
    Problem.EMAIL: (_l("Het adres is niet compleet."), _l("Vul het hele adres in.")),
    Problem.NUMBER: (
        _l("Dit is geen studentnummer."),
        _l("Gebruik alleen letters, cijfers, punten en streepjes."),
    ),
    Problem.ROLE: (
        _l("Deze rol kennen wij niet."),
        _l("Kies student, begeleider, beoordelaar, examencommissie of administratie."),
    ),
    Problem.STUDENT_ALONE: (
        _l("Een student kan in dit bestand geen andere rol hebben."),
        _l("Geef de andere rol later, bij Mensen."),
    ),
    Problem.ROUTE: (_l("Deze route kennen wij niet."), _l("Kies student of zij-instromer.")),
    Problem.DATE: (_l("Deze datum bestaat niet."), _l("Controleer de datum. Schrijf die als 31-12-1994.")),
    Problem.DATE_RANGE: (_l("Deze geboortedatum kan niet kloppen."), _l("Controleer het jaar.")),
    Problem.EMAIL_TWICE: (
        _l("Dit adres staat ook in rij %(other)s."),
        _l("Zet elke persoon één keer in het bestand."),
    ),
    Problem.NUMBER_TWICE: (
        _l("Dit nummer staat ook in rij %(other)s."),
        _l("Zet elk nummer één keer in het bestand."),
    ),
    Problem.NUMBER_TAKEN: (
        _l("Dit nummer hoort bij iemand met een ander e-mailadres."),
        _l("Controleer nummer en adres."),
    ),
    Problem.NUMBER_DIFFERS: (
        _l("Bij dit e-mailadres hoort al nummer %(other)s."),
        _l("Controleer nummer en adres."),
    ),
    Problem.ADMIN_ONLY: (
        _l("Jij mag niemand de rol administratie geven."),
        _l("Vraag het aan de administratie."),
    ),
    Problem.YOURSELF: (
        _l("Je kunt jezelf geen rol geven."),
        _l("Haal je eigen rij weg, of vraag een collega."),
    ),
    Problem.OTHER_COHORT: (
        _l("Deze student doet dit keuzedeel al in groep %(other)s."),
        _l("Zet de student daar over naar deze groep."),
    ),
    Problem.NO_SUCH_COACH: (
        _l("Deze begeleider kennen wij niet."),
        _l("Vul het e-mailadres in van iemand met de rol begeleider, of maak de cel leeg."),
    ),
    Problem.COACH_TWICE_NAMED: (
        _l("Er zijn meer begeleiders met deze naam."),
        _l("Vul het e-mailadres van de begeleider in."),
    ),
    Problem.COACH_ASSESSES: (_l("Deze persoon beoordeelt de student al."), _l("Kies een andere begeleider.")),
}


@dataclass(frozen=True)
class Told:
    """A fault in words."""

    fault: Fault
    what: str
    todo: str


def tell(fault: Fault) -> Told:
    """Say what is wrong with a value, and what to do."""
    what, todo = ROW[fault.problem]
    return Told(fault, str(what) % {"other": fault.other}, str(todo))


def tell_file(unreadable: Unreadable) -> str:
    """Say why a file cannot be read."""
    return str(FILE[unreadable.problem]) % {"where": unreadable.where}
