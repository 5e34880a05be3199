"""What the pages of own lessons and assignments show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from content.errors import ContentError
from content.lesson_page import Body
from content.readability import Readability, measure
from course.offering import queries
from course.offering.desk import Desk
from course.offering.documents import read_document
from course.offering.figures import with_figures
from course.offering.models import OwnDocument, OwnVersion
from course.offering.own_actions import file_of
from course.offering.own_checks import Complaint, complaints
from course.offering.own_forms import OwnForm, own_form
from course.offering.picture_page import drawings, own_pictures
from course.programme.reading import document_body

Theirs = Mapping[str, Mapping[str, str]]
NOBODY: Theirs = {}
VERSIONS_SHOWN = 20
MOST_COMPARED = 600  # lines; finding what moved takes their square


@dataclass(frozen=True)
class Opened:
    """An own document on the desk of its course."""

    desk: Desk
    document: OwnDocument

    @property
    def school_id(self) -> Any:
        """Give the school, for the guard."""
        return self.document.school_id

    @cached_property
    def complaints(self) -> list[Complaint]:
        """Give every reason why the text cannot go to students yet."""
        return complaints(self.document, self.desk.figures)

    @property
    def readability(self) -> Readability:
        """Measure how the text reads."""
        return measure(self.document.body)

    @cached_property
    def body(self) -> Body | None:
        """Give the text as a student will read it; None when it cannot be read yet."""
        if not self.document.body.strip() or any(
            each.field == "body" and not each.is_readable for each in self.complaints
        ):
            return None
        try:
            made = read_document(self.document.kind, file_of(self.document, self.desk, **self._stand_ins()))
        except ContentError:
            return None
        return document_body(self.desk.course, with_figures(made, self.desk.figures))

    def _stand_ins(self) -> dict[str, Any]:
        """A text can be looked at before the writer chose what it is for."""
        official, header = self.desk.course.qualification, self.document.header
        first = {
            "items": [official.items[0].id],
            "behaviours": [self.desk.course.criteria(official.work_processes[0].code)[0].id],
            "core": "…",
            "produces": "…",
        }
        return {name: value for name, value in first.items() if name in header and not header[name]}


@dataclass(frozen=True)
class Line:
    """A line of a text beside an earlier one: '+' new, '-' gone, '' the same."""

    sign: str
    text: str


@dataclass(frozen=True)
class VersionLine:
    """A version, and how it differs from the one before."""

    version: OwnVersion
    lines: Sequence[Line]


def opened_page(opened: Opened, form: OwnForm | None = None, *, theirs: Theirs = NOBODY) -> dict[str, Any]:
    """Give the context of the page on which a document is written; `theirs`: what another saved meanwhile."""
    desk = opened.desk
    form = form or own_form(opened.document, desk.catalogued, desk.plan, fresh=True)
    return {
        "opened": opened,
        "desk": desk,
        "document": opened.document,
        "form": form,
        "theirs": theirs,
        "offered": desk.plan.own.get(opened.document.slug),
        "pictures": own_pictures(desk),
        "drawings": drawings(desk),
    }


def versions_page(opened: Opened) -> dict[str, Any]:
    """Give the context of the page of versions, each beside the one before."""
    rows = queries.versions_of(opened.document, most=VERSIONS_SHOWN + 1)
    texts = [each.text for each in rows] + [""]
    lines = [
        VersionLine(each, _beside(each, texts[place + 1])) for place, each in enumerate(rows[:VERSIONS_SHOWN])
    ]
    return {"opened": opened, "desk": opened.desk, "document": opened.document, "lines": lines}


def _beside(version: OwnVersion, before: str) -> list[Line]:
    """Compare a version with the one before; the first is only read, without its technical header."""
    if before:
        return list(_compared(before, version.text))
    _header, _line, below = version.text.removeprefix("---\n").partition("\n---\n")
    return [Line("", each) for each in below.strip().splitlines()]


def _compared(before: str, after: str) -> Iterator[Line]:
    old, new = before.splitlines(), after.splitlines()
    if max(len(old), len(new)) > MOST_COMPARED and old != new:
        yield from (*(Line("-", each) for each in _ends(old)), *(Line("+", each) for each in _ends(new)))
        return
    for tag, start, end, first, last in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (Line("", each) for each in _ends(new[first:last]))
            continue
        yield from (Line("-", each) for each in old[start:end])
        yield from (Line("+", each) for each in new[first:last])


def _ends(lines: Sequence[str]) -> Sequence[str]:
    """Of many lines only the first and the last: of what stayed the same, those beside a change."""
    return lines if len(lines) <= 4 else [*lines[:2], "…", *lines[-2:]]
