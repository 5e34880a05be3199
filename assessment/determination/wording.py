"""Checks, reasons and states in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from assessment.determination.rules import Check, Reason, Tone
from assessment.determination.workflow import DeterminationState

STATES: Mapping[DeterminationState, tuple[Any, str | None, str]] = {
    DeterminationState.ON_AGENDA: (_l("Klaar voor besluit"), None, "clock"),
    DeterminationState.POSTPONED: (_l("Aangehouden"), "warn", "calendar"),
    DeterminationState.REFERRED_BACK: (_l("Bij de beoordelaars"), "warn", "message-reply"),
    DeterminationState.DETERMINED: (_l("Vastgesteld"), "ok", "check"),
    DeterminationState.ANNOUNCED: (_l("Bekendgemaakt"), "ok", "mail"),
    DeterminationState.ANNULLED: (_l("Vernietigd"), "error", "ban"),
}


def hours(minutes: int) -> str:
    """Write minutes as hours, with at most one decimal; never more than there are: 239:58 is no 240 hours."""
    return str(format_decimal(minutes * 10 // 60 / 10))


def told(check: Check) -> tuple[str, str]:
    """Tell a check in a few words, with what lies behind it."""
    return _TELL[check.code](check)


def short(check: Check) -> str:
    """Tell a check in a table cell."""
    return _CELL[check.code](check)


def why(reason: Reason | Mapping[str, Any]) -> str:
    """Say why a level came out, from the rules or from a decision that was written down."""
    code, about = (
        (reason.code, reason.about) if isinstance(reason, Reason) else (reason["code"], reason["about"])
    )
    return _WHY[code](about)


def _amount(minutes: int) -> str:
    number = 1 if minutes // 6 == 10 else 2  # what is read is 1, not 1.5
    return str(ngettext("%(hours)s uur", "%(hours)s uur", number, hours=hours(minutes)))


def _hours(check: Check) -> tuple[str, str]:
    values = {"amount": _amount(check.values["minutes"]), "norm": check.values["norm"]}
    if check.tone is Tone.OK:
        return _("%(amount)s, %(norm)s nodig", **values), ""
    detail = _("Schrijf op waarom het resultaat toch telt.") if check.tone is Tone.WARN else ""
    return _("%(amount)s, minder dan de norm van %(norm)s", **values), detail


def _assessors(check: Check) -> tuple[str, str]:
    if check.tone is Tone.OK:
        return _("Twee beoordelingen"), _("Los van elkaar getekend. Geen van hen begeleidde de student.")
    return _("Nog niet alles is getekend"), _("%(signed)s van %(needed)s beoordelingen.", **check.values)


def _coached(check: Check) -> tuple[str, str]:
    return _("Een beoordelaar begeleidde deze student"), _("Een ander moet dit werk beoordelen.")


def _agreement(check: Check) -> tuple[str, str]:
    if check.values["missing"]:
        missing = ", ".join(check.values["missing"])
        return _("Nog geen overeenstemming"), _("Dit ontbreekt: %(missing)s.", missing=missing)
    return _("Overeenstemming"), _("%(same)s van %(rows)s criteria meteen gelijk.", **check.values)


def _declarations(check: Check) -> tuple[str, str]:
    if check.tone is Tone.OK:
        return _("Echtheidsverklaring"), _("Bij elk werkproces verklaard.")
    return _("Echtheidsverklaring ontbreekt"), _("%(number)s van %(needed)s.", **check.values)


def _intact(check: Check) -> tuple[str, str]:
    if check.tone is Tone.OK:
        return _("Werk niet veranderd"), _("Elke code is opnieuw berekend en klopt.")
    return _("Werk of handtekening klopt niet"), _("%(number)s van %(needed)s codes kloppen.", **check.values)


def _attempts(check: Check) -> tuple[str, str]:
    text = _("Poging %(attempt)s van %(allowed)s", **check.values)
    return text, "" if check.tone is Tone.OK else _("Dit zijn er meer dan het examenplan zegt.")


def _rubric(check: Check) -> tuple[str, str]:
    if check.tone is Tone.OK:
        return _("Eén versie van het examenplan"), ""
    return _("Beoordeeld met %(versions)s versies van het examenplan", **check.values), ""


_TELL: Mapping[str, Callable[[Check], tuple[str, str]]] = {
    "hours": _hours,
    "assessors": _assessors,
    "assessor_coached": _coached,
    "agreement": _agreement,
    "declarations": _declarations,
    "intact": _intact,
    "attempts": _attempts,
    "rubric": _rubric,
}

_CELL: Mapping[str, Callable[[Check], str]] = {
    "hours": lambda check: _amount(check.values["minutes"]),
    "assessors": lambda check: _("%(signed)s van %(needed)s", **check.values),
    "assessor_coached": lambda check: _("Niet onafhankelijk"),
    "agreement": lambda check: (
        _("Nog niet bekend")
        if check.values["missing"]
        else _("%(same)s van %(rows)s gelijk", **check.values)
        if check.values["same"] == check.values["rows"]
        else _("%(same)s van %(rows)s, besproken", **check.values)
    ),
}

_WHY: Mapping[str, Callable[[Sequence[str]], str]] = {
    "too_many_insufficient": lambda about: _(
        "Te veel criteria zijn onvoldoende: %(rows)s.", rows=", ".join(about)
    ),
    "knock_out": lambda about: _("Dit moet altijd voldoende of goed zijn: %(rows)s.", rows=", ".join(about)),
    "sufficient": lambda about: (
        _("Genoeg criteria zijn voldoende. Onvoldoende: %(rows)s.", rows=", ".join(about))
        if about
        else _("Alle criteria zijn voldoende of goed.")
    ),
    "enough_good": lambda about: _("Genoeg is goed, en de rest is voldoende."),
    "work_process_short": lambda about: _("Niet elk werkproces is gehaald: %(rows)s.", rows=", ".join(about)),
    "all_met": lambda about: _("Alle werkprocessen zijn gehaald."),
}
