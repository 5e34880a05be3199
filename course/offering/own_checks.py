"""Can an own lesson or assignment go to students? Every reason why not, with the field it belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from flask_babel import gettext as _

from content.errors import ContentError
from content.nodes import Check, Node, Question
from content.notation import read_nodes
from course.offering.figure_checks import figure_faults, figures_of
from course.offering.kinds import OwnKind
from course.offering.models import OwnDocument
from course.offering.reader_words import in_plain_dutch
from foundation.web.at_line import AtLine
from foundation.web.course_language import filled, in_dutch

TITLE_LINE = re.compile(r"^ {0,3}(#(\s|$)|=+\s*$)")
LONGEST_QUOTE = 60
PICTURE = re.compile(r"!\[")


@dataclass(frozen=True)
class Complaint:
    """Why a text cannot be published yet, and at which field."""

    field: str
    sentence: str
    is_readable: bool = False  # the text can be shown as it is
    line: int | None = None

    @property
    def told(self) -> str:
        """Give the sentence as it stands at the field; with its line, as far as it has one."""
        return self.sentence if self.line is None else AtLine(self.sentence, self.line)


def complaints(document: OwnDocument, figures: Collection[str]) -> list[Complaint]:
    """Give every reason why this cannot go to students; `figures`: the drawings and pictures there are."""
    return [*_header(document), *_body(document, figures)]


def _header(document: OwnDocument) -> Iterator[Complaint]:
    header = document.header
    if document.kind is OwnKind.LESSON and not header.get("core"):
        yield Complaint("core", _("Schrijf de kern op: één zin die een student onthoudt."))
    if document.kind is OwnKind.ASSIGNMENT and not header.get("produces"):
        yield Complaint("produces", _("Schrijf op wat de opdracht oplevert."))
    if not header.get("items"):
        yield Complaint("items", _("Kies minstens één onderdeel van kennis en vaardigheden."))
    if not header.get("behaviours"):
        yield Complaint("behaviours", _("Kies minstens één criterium."))


def _body(document: OwnDocument, known: Collection[str]) -> Iterator[Complaint]:
    if not document.body.strip():
        yield Complaint("body", _("Schrijf eerst de tekst."))
        return
    lines = document.body.splitlines()
    for line, sentence in (*_lines(lines), *_unreadable(document.body, known)):
        yield Complaint("body", _with_quote(sentence, lines, line), line=line)
    with suppress(ContentError):
        yield from _questions(read_nodes(document.body), document.header.get("items", []), lines)


def _with_quote(sentence: str, lines: Sequence[str], line: int | None) -> str:
    """A text field shows no numbers of lines: say what stands there, unless the sentence says it."""
    quote = lines[line - 1].strip() if line and line <= len(lines) else ""
    if not quote or quote in sentence:
        return sentence
    short = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rstrip()} …"
    return filled(_("%(fault)s In die regel staat: %(text)s"), fault=sentence, text=in_dutch(short))


def _unreadable(body: str, known: Collection[str]) -> Iterator[tuple[int | None, str]]:
    figures = figures_of(body)
    yield from figure_faults(figures, known)
    told = {each.line for each in figures}  # a figure is never told of twice
    try:
        read_nodes(body)
    except ContentError as wrong:
        yield from ((each.line, in_plain_dutch(each)) for each in wrong.faults if each.line not in told)


def _lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, start=1):
        if TITLE_LINE.match(line):
            sentence = _("Regel %(line)s: begin een kop met ##. De titel staat al boven de les.", line=number)
            yield number, sentence
        if PICTURE.search(line):
            yield number, _("Regel %(line)s: een plaatje van een andere site kan hier niet.", line=number)


def _questions(nodes: tuple[Node, ...], items: list[str], lines: Sequence[str]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for question in _asked(nodes):
        told = {"question": question.id, "item": question.item}
        named = f'id="{question.id}"'
        standing = [number for number, line in enumerate(lines, start=1) if named in line] or [1]
        if question.id in seen:
            twice = _("De vraag ‘%(question)s’ staat er twee keer. Geef elke vraag een eigen id.", **told)
            yield Complaint("body", twice, line=standing[-1])
        if question.item not in items:
            choose = _(
                "De vraag ‘%(question)s’ hoort bij %(item)s. Kies dat onderdeel hierboven ook.", **told
            )
            yield Complaint("body", choose, is_readable=True, line=standing[0])
        seen.add(question.id)


def _asked(nodes: tuple[Node, ...]) -> Iterator[Question]:
    for node in nodes:
        if isinstance(node, Check):
            yield from node.questions
