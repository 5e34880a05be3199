"""What the reader of the notation found, in the words of who writes."""

from __future__ import annotations

import re
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

IN_A_QUESTION: tuple[tuple[str, Any], ...] = (
    (r"cannot read '(?P<what>.*)'", _l("deze regel past hier niet: %(what)s")),
    (r"cannot read \"(?P<what>.*)\"", _l("deze regel past hier niet: %(what)s")),
    (r"needs at least (?P<what>\d+) lines", _l("hier horen minstens %(what)s antwoorden of stappen")),
    (
        r"no feedback on ['\"](?P<what>.*)['\"]",
        _l("zet onder dit antwoord wat de lezer ervan leert, met > ervoor: %(what)s"),
    ),
    (r"there is no question above the answers", _l("zet de vraag boven de antwoorden")),
    (r"exactly one answer is right", _l("kruis precies één goed antwoord aan met [x]")),
    (
        r"needs a table of three columns.*",
        _l("hier hoort een tabel met drie kolommen en minstens twee rijen"),
    ),
    (r"needs a question, .*", _l("hier horen een vraag, **Modelantwoord** en **Kijk na**")),
    (r"at least two answers are strong.*", _l("minstens twee antwoorden krijgen [++] of [+]")),
)  # fmt: skip
ANYWHERE: tuple[tuple[str, Any], ...] = (
    *IN_A_QUESTION,
    (
        r"(?P<what>[a-z-]+) is never closed",
        _l(
            "‘%(what)s’ wordt niet afgesloten. Zet evenveel dubbele punten op een eigen regel eronder"
        ),
    ),
    (r"there is no component '(?P<what>.*)'", _l("het onderdeel ‘%(what)s’ bestaat niet")),
    (r"there is no kind of question '(?P<what>.*)'", _l("de vraagsoort ‘%(what)s’ bestaat niet")),
    (r"(?P<what>[a-z-]+) takes no attributes", _l("achter ‘%(what)s’ hoort niets")),
    (
        r"(?P<what>[a-z-]+) takes (?P<wanted>.+)",
        _l("achter ‘%(what)s’ horen deze gegevens, elk met tekst: %(wanted)s"),
    ),
    (
        r"(?P<what>[a-z-]+) holds components only",
        _l("in ‘%(what)s’ mogen alleen de onderdelen staan die erbij horen"),
    ),
    (r"compare holds weak, good and why.*", _l("in ‘compare’ horen weak, good en why, in die volgorde")),
    (r"a note is care, law or job, not '(?P<what>.*)'", _l("een note is care, law of job, niet ‘%(what)s’")),
    (
        r"an id has letters, digits and hyphens, not ['\"](?P<what>.*)['\"]",
        _l("een id heeft kleine letters, cijfers en streepjes (hooguit 60), niet ‘%(what)s’"),
    ),
    (r"minutes is a whole number, not '(?P<what>.*)'", _l("minutes is een heel getal, niet ‘%(what)s’")),
    (r"a check needs questions.*", _l("in ‘check’ horen vragen, elk met een eigen id")),
    (r"a figure is .*", _l("een plaatje kan hier niet")),
    (r"(?P<question>[a-z-]+): (?P<inner>.*)", _l("vraag ‘%(question)s’: %(inner)s")),
)  # fmt: skip
AT_A_LINE = re.compile(r"(?:.*?)line (?P<line>\d+): (?P<problem>.*)", re.DOTALL)


def in_plain_dutch(problem: str, *, below: int = 0) -> str:
    """Say a problem of the reader as a sentence, with its line; `below` is how many stand above the text."""
    found = AT_A_LINE.fullmatch(problem)
    if found is None:
        return str(_("De tekst klopt nog niet: %(what)s.", what=_plain(problem)))
    return str(_("Regel %(line)s: %(what)s.", line=int(found["line"]) + below, what=_plain(found["problem"])))


def _plain(problem: str) -> str:
    for pattern, sentence in ANYWHERE:
        if found := re.fullmatch(pattern, problem, re.DOTALL):
            values = found.groupdict()
            if "inner" in values:
                values["inner"] = _plain(values["inner"])
            return str(sentence) % values
    return problem
