"""What is said about an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from content.markup import render_line
from course.selftest.outcomes import Outcome
from course.selftest.view import QuestionView
from foundation.clock import today


def verdict_words(view: QuestionView) -> str:
    """Say how the last answer turned out, in one sentence."""
    if view.verdict is None:
        return ""
    marks = view.verdict.marks
    if view.verdict.outcome is Outcome.OPEN:
        return str(_("Leg je antwoord naast het modelantwoord. Vink aan wat jij ook schreef."))
    if view.verdict.outcome is Outcome.WEIGHED:
        return _weighed(view.answer.weight or "" if view.answer else "")
    if view.verdict.outcome is Outcome.RIGHT:
        said: Mapping[str, str] = {
            "order": _("Alle stappen staan goed."),
            "match": _("Alles past bij elkaar."),
            "short": _("Alle punten staan in je antwoord."),
        }
        return str(said.get(view.kind, _("Dit klopt.")))
    partly = PARTLY.get(view.kind)
    return partly(sum(marks), len(marks)) if partly else str(_("Dit klopt nog niet."))


def standing_words(view: QuestionView) -> str:
    """Say when the question comes back; nothing when it never went wrong."""
    standing = view.standing
    if standing.is_learned:
        return str(_("Je wist dit drie keer op rij. Deze vraag komt niet meer terug."))
    if standing.due is None:
        return ""
    if standing.is_due(today()):
        return str(_("Deze vraag staat klaar bij Herhalen."))
    days = (standing.due - today()).days
    words = ngettext(
        "Deze vraag komt over %(num)s dag terug bij Herhalen.",
        "Deze vraag komt over %(num)s dagen terug bij Herhalen.",
        days,
    )
    return str(words)


def spoken(view: QuestionView) -> str:
    """Say the verdict and the feedback on the own answer, for who hears the page."""
    feedback = render_line(view.answer.feedback).striptags() if view.answer else ""
    return f"{verdict_words(view)} {feedback}".strip()


def _weighed(weight: str) -> str:
    said = {"++": _("Dit is een sterke keuze."), "+": _("Deze keuze is te verdedigen.")}
    return str(said.get(weight, _("Dit kun je beter niet doen.")))


def _order(right: int, total: int) -> str:
    words = ngettext(
        "%(num)s van de %(total)s stappen staat op de goede plek.",
        "%(num)s van de %(total)s stappen staan op de goede plek.",
        right,
        total=total,
    )
    return str(words)


def _match(right: int, total: int) -> str:
    words = ngettext(
        "%(num)s van de %(total)s klopt.", "%(num)s van de %(total)s kloppen.", right, total=total
    )
    return str(words)


def _short(right: int, total: int) -> str:
    words = ngettext(
        "%(num)s van de %(total)s punten staat in je antwoord.",
        "%(num)s van de %(total)s punten staan in je antwoord.",
        right,
        total=total,
    )
    return str(words)


PARTLY: Mapping[str, Callable[[int, int], str]] = {"order": _order, "match": _match, "short": _short}
