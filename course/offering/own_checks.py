"""Can an own lesson or assignment go to students? Every reason why not, with the field it belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from content.errors import ContentError
from content.nodes import Check, Node, Question
from content.notation import read_nodes
from course.offering.figure_checks import figure_faults
from course.offering.kinds import OwnKind
from course.offering.models import OwnDocument
from course.offering.reader_words import in_plain_dutch

TITLE_LINE = re.compile(r"^ {0,3}(#(\s|$)|=+\s*$)")
PICTURE = re.compile(r"!\[")


@dataclass(frozen=True)
class Complaint:
    """Why a text cannot be published yet, and at which field."""

    field: str
    sentence: str


def complaints(document: OwnDocument, figures: Collection[str]) -> list[Complaint]:
    """Give every reason why this cannot go to students; `figures`: the drawings and pictures there are."""
    return [*_header(document), *(Complaint("body", each) for each in _body(document, figures))]


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


def _body(document: OwnDocument, figures: Collection[str]) -> Iterator[str]:
    if not document.body.strip():
        yield _("Schrijf eerst de tekst.")
        return
    yield from _lines(document.body)
    told = list(figure_faults(document.body, figures))
    yield from told
    try:
        nodes = read_nodes(document.body)
    except ContentError as wrong:
        yield from () if told else map(in_plain_dutch, wrong.faults)  # a figure is never told of twice
        return
    yield from _questions(nodes, document.header.get("items", []))


def _lines(body: str) -> Iterator[str]:
    for number, line in enumerate(body.splitlines(), start=1):
        if TITLE_LINE.match(line):
            yield _("Regel %(line)s: begin een kop met ##. De titel staat al boven de les.", line=number)
        if PICTURE.search(line):
            yield _("Regel %(line)s: een plaatje van een andere site kan hier niet.", line=number)


def _questions(nodes: tuple[Node, ...], items: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for question in _asked(nodes):
        told = {"question": question.id, "item": question.item}
        if question.id in seen:
            yield _("De vraag ‘%(question)s’ staat er twee keer. Geef elke vraag een eigen id.", **told)
        if question.item not in items:
            yield _("De vraag ‘%(question)s’ hoort bij %(item)s. Kies dat onderdeel hierboven ook.", **told)
        seen.add(question.id)


def _asked(nodes: tuple[Node, ...]) -> Iterator[Question]:
    for node in nodes:
        if isinstance(node, Check):
            yield from node.questions
