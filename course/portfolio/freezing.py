"""Freeze the work of one work process with its evidence, and say what is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from content.keuzedeel import Keuzedeel
from content.work_form import Piece, WorkSection
from course.portfolio.models import Evidence, EvidenceKind
from course.portfolio.queries import criteria_by_item, evidence_of
from course.workbench.freezing import frozen_sections
from course.workbench.queries import Work, work_of
from course.workbench.reading import has_content
from enrolment.models import Enrolment


@dataclass(frozen=True)
class Gap:
    """Something that is still missing: in words, about what in the work, and the place to mend it."""

    text: str
    about: str = ""
    section: str | None = None
    item_id: str | None = None
    criterion: str | None = None


def frozen_work(enrolment: Enrolment, keuzedeel: Keuzedeel, work_process: str) -> dict[str, Any]:
    """Give the work of one work process as JSON values that need nothing else to be read. Two statements."""
    piece = keuzedeel.piece(work_process)
    return freeze(piece, work_of(enrolment, keuzedeel, piece), evidence_of(enrolment))


def freeze(piece: Piece, work: Work, evidence: Sequence[Evidence]) -> dict[str, Any]:
    """Write work and evidence down as values. Pure."""
    codes = [behaviour.id for behaviour in work.keuzedeel.criteria(piece.work_process)]
    numbers = count(1)
    sections = frozen_sections(piece, work, criteria_by_item(evidence), numbers)
    written = [
        _evidence(each, codes, work, numbers) for each in evidence if _serves(each, codes, piece, work)
    ]
    return {
        "work_process": piece.work_process,
        "piece": piece.key,
        "title": piece.title,
        "sections": sections,
        "evidence": written,
        "coverage": _coverage(codes, written),
    }


def missing_before_hand_in(work: dict[str, Any], piece: Piece) -> list[Gap]:
    """Give what is still missing in frozen work; none of it forbids handing in. Pure."""
    held = {section["key"]: section for section in work["sections"]}
    gaps = [gap for section in piece.sections for gap in _section_gaps(section, held[section.key]["items"])]
    return gaps + [
        Gap(_("Criterium %(code)s heeft nog geen bewijs.", code=code), criterion=code)
        for code, number in work["coverage"].items()
        if not number
    ]


def _section_gaps(section: WorkSection, items: Sequence[dict[str, Any]]) -> Iterator[Gap]:
    filled = [item for item in items if _answers(item)]
    short = section.minimum - len(filled)
    if short > 0 and section.kind == "single":
        yield Gap(_("hier staat nog niets."), section.title, section.key)
    elif short > 0:
        text = ngettext("nog %(num)s nodig.", "nog %(num)s nodig.", short)
        yield Gap(text, section.title, section.key)
    for item in filled:
        if empty := sum(field["required"] and not _is_filled(field) for field in item["fields"]):
            text = ngettext("nog %(num)s vraag open.", "nog %(num)s vragen open.", empty)
            yield Gap(text, item["name"], section.key, item["id"])


def _serves(each: Evidence, codes: Sequence[str], piece: Piece, work: Work) -> bool:
    if each.kind is EvidenceKind.ITEM and not _is_in(each, piece, work):
        return False
    return any(link.criterion in codes for link in each.criteria)


def _is_in(each: Evidence, piece: Piece, work: Work) -> bool:
    item = work.by_id.get(each.work_item_id) if each.work_item_id else None
    return item is not None and item.piece == piece.key


def _evidence(each: Evidence, codes: Sequence[str], work: Work, numbers: Iterator[int]) -> dict[str, Any]:
    item = work.by_id.get(each.work_item_id) if each.work_item_id else None
    return {
        "id": str(each.id),
        "kind": each.kind.value,
        "title": work.name(item) if item else each.title,
        "item_id": str(item.id) if item else None,
        "body": each.body,
        "sha256": each.sha256,
        "size": each.size,
        "content_type": each.content_type,
        "criteria": [link.criterion for link in each.criteria if link.criterion in codes],
        "filled": _says_something(each, item, work),
        "passage": next(numbers),
    }


def _says_something(each: Evidence, item: Any, work: Work) -> bool:
    if item is not None:
        return has_content(work.section_of(item)[1], item)
    return each.kind is EvidenceKind.FILE or bool(each.body)


def _coverage(codes: Sequence[str], evidence: Sequence[dict[str, Any]]) -> dict[str, int]:
    counted = Counter(code for each in evidence if each["filled"] for code in each["criteria"])
    return {code: counted[code] for code in codes}


def _answers(item: dict[str, Any]) -> bool:
    return any(_is_filled(field) for field in item["fields"])


def _is_filled(field: dict[str, Any]) -> bool:
    return bool(field["value"] or field.get("links"))
