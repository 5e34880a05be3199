"""What the readers of the course found in a text, in the words of who writes it."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from content.faults import Code, Fault, InText

SENTENCES: dict[Code, Any] = {
    InText.UNREADABLE_LINE: _l("begin deze regel zoals ‘%(wanted)s’, niet zo: %(text)s"),
    InText.NO_OPENING: _l('een onderdeel begint zoals ‘::: case title="…"’, niet zo: %(text)s'),
    InText.CROOKED_QUOTES: _l('zet rechte aanhalingstekens ("), geen kromme: %(text)s'),
    InText.CLOSES_NOTHING: _l(
        "deze dubbele punten sluiten niets af. Haal ze weg, of kijk naar het onderdeel erboven"
    ),
    InText.EMPTY: _l("in ‘%(name)s’ staat nog niets"),
    InText.NEVER_CLOSED: _l(
        "‘%(name)s’ wordt niet afgesloten. Zet evenveel dubbele punten op een eigen regel eronder"
    ),
    InText.UNKNOWN_COMPONENT: _l("het onderdeel ‘%(name)s’ bestaat niet"),
    InText.WRONG_ATTRIBUTES: _l("achter ‘%(name)s’ horen deze gegevens, elk met tekst: %(wanted)s"),
    InText.NO_ATTRIBUTES: _l("achter ‘%(name)s’ hoort niets"),
    InText.COMPONENTS_ONLY: _l("in ‘%(name)s’ mogen alleen de onderdelen staan die erbij horen"),
    InText.COMPARE_PARTS: _l("in ‘compare’ horen weak, good en why, in die volgorde"),
    InText.FIGURE_FILE: _l("een plaatje heet zoals ‘de-markt.jpg’, niet zoals ‘%(src)s’"),
    InText.NOTE_KIND: _l("een note is care, law of job, niet ‘%(kind)s’"),
    InText.MINUTES: _l("minutes is een heel getal, niet ‘%(minutes)s’"),
    InText.CHECK_QUESTIONS: _l("in ‘check’ horen vragen, elk met een eigen id"),
    InText.UNKNOWN_QUESTION: _l("de vraagsoort ‘%(name)s’ bestaat niet"),
    InText.QUESTION_ID: _l("een id heeft kleine letters, cijfers en streepjes (hooguit 60), niet ‘%(id)s’"),
    InText.TOO_FEW_LINES: _l("hier horen minstens %(least)s antwoorden of stappen"),
    InText.NO_FEEDBACK: _l("zet onder dit antwoord wat de lezer ervan leert, met > ervoor: %(answer)s"),
    InText.NO_PROMPT: _l("zet de vraag boven de antwoorden"),
    InText.ONE_RIGHT_ANSWER: _l("kruis precies één goed antwoord aan met [x]"),
    InText.MATCH_TABLE: _l("hier hoort een tabel met drie kolommen en minstens twee rijen"),
    InText.SHORT_PARTS: _l("hier horen een vraag, **Modelantwoord** en **Kijk na**"),
    InText.TWO_DEFENSIBLE: _l("minstens twee antwoorden krijgen [++] of [+]"),
    InText.NO_HEADER: _l("het bestand begint met een kop: gegevens tussen twee regels met ---"),
    InText.UNREADABLE_YAML: _l("deze gegevens zijn niet te lezen"),
    InText.KEYS_EXPECTED: _l("hier horen gegevens, elk met een naam en een waarde"),
    InText.KEY_MISSING: _l("dit gegeven ontbreekt"),
    InText.KEY_UNKNOWN: _l("dit gegeven hoort hier niet"),
    InText.KEY_WRONG: _l("deze waarde klopt niet"),
    InText.OPENING: _l("hier hoort ‘%(expected)s’, niet ‘%(found)s’"),
}


def in_plain_dutch(fault: Fault) -> str:
    """Say a fault in a text as a sentence, with its line."""
    what = str(SENTENCES[fault.code]) % fault.values
    if fault.at:
        what = _("bij ‘%(at)s’: %(what)s", at=fault.at, what=what)
    if fault.line is None:
        return str(_("De tekst klopt nog niet: %(what)s.", what=what))
    return str(_("Regel %(line)s: %(what)s.", line=fault.line, what=what))
