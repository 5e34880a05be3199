"""What each page of the workbench is given."""

from __future__ import annotations

from typing import Any

from flask import get_template_attribute, url_for

from content.work_form import Piece, WorkSection
from course.portfolio.criteria import coverage_items, criteria_form
from course.portfolio.models import Evidence
from course.portfolio.queries import coverage, criteria_by_item, evidence_of, evidence_of_item
from course.portfolio.rules import Coverage
from course.workbench.asked import asked_here
from course.workbench.connections import connections, drawing
from course.workbench.desk import Desk, Opened
from course.workbench.forms import SectionForm, section_form
from course.workbench.freezing import frozen_section
from course.workbench.models import WorkItem
from course.workbench.name_form import NameForm, name_form
from course.workbench.queries import Work
from course.workbench.views import hand_in_url, piece_view, process_number

Page = dict[str, Any]


def overview(desk: Desk) -> Page:
    """Give all pieces, how far each is, and their coverage."""
    work, covered = desk.work(), coverage(desk.enrolment.id, desk.keuzedeel)
    pieces = [piece_view(piece, work, {}, locked=desk.locked(piece)) for piece in desk.keuzedeel.work.pieces]
    without = {view.piece.key: _without(desk, view.piece, covered) for view in pieces}
    return {
        "pieces": pieces,
        "without": without,
        "place": desk.enrolment.place,
        "everything": desk.locks.everything,
    }


def whole_piece(desk: Desk, piece: Piece) -> Page:
    """Give one piece: sections with items, connections, coverage."""
    work = desk.work(piece)
    found = connections(piece, work)
    criteria = criteria_by_item(evidence_of(desk.enrolment))
    return _common(desk, piece, work) | {
        "view": piece_view(piece, work, criteria, locked=desk.locked(piece)),
        "connections": found,
        "drawing": drawing(piece, work, found),
        "hand_in_url": hand_in_url(piece),
    }


def one_section(
    desk: Desk,
    piece: Piece,
    section: WorkSection,
    *,
    adding: NameForm | None = None,
    single: SectionForm | None = None,
) -> Page:
    """Give one section with a form per item; the forms that were sent come back as they were."""
    work, evidence = desk.work(piece), evidence_of(desk.enrolment)
    items, criteria = work.of(piece, section), criteria_by_item(evidence)
    locked = desk.locked(piece)
    page = _common(desk, piece, work) | {
        "view": piece_view(piece, work, criteria, locked=locked),
        "section": section,
        "asked": asked_here(desk, work, piece, section),
        "targets": _targets(desk, piece, section),
        "frozen": frozen_section(section, items, work, criteria) if locked else None,
    }
    if section.kind == "list":
        forms = {item.id: section_form(section, work, item, fresh=True) for item in items}
        return page | {"forms": forms, "adding": adding or name_form(section, fresh=True)}
    item = items[0] if items else None
    return page | _single(desk, piece, section, work, item, evidence, single)


def one_item(opened: Opened, *, form: SectionForm | None = None) -> Page:
    """Give one item with its form and the criteria it serves."""
    desk, piece, section, item = opened.desk, opened.piece, opened.section, opened.item
    locked = desk.locked(piece)
    evidence = evidence_of_item(desk.enrolment, item.id)
    serves = {item.id: [link.criterion for link in evidence.criteria]} if evidence else {}
    return _common(desk, piece, opened.work) | {
        "view": piece_view(piece, opened.work, serves, locked=locked),
        "section": section,
        "asked": asked_here(desk, opened.work, piece, section),
        "targets": _targets(desk, piece, section),
        "item": item,
        "name": opened.work.name(item),
        "form": form or section_form(section, opened.work, item, fresh=True),
        "criteria": criteria_form(desk.keuzedeel.criteria(piece.work_process), evidence, fresh=True),
        "frozen": frozen_section(section, [item], opened.work, serves) if locked else None,
    }


def removal(opened: Opened) -> Page:
    """Give what is about to be thrown away, and what hangs on it."""
    links = [opened.work.name(other) for other, _link in opened.work.links_to(opened.item)]
    page = _common(opened.desk, opened.piece, opened.work)
    return page | {
        "item": opened.item,
        "section": opened.section,
        "name": opened.work.name(opened.item),
        "linked": links,
    }


def coverage_card(desk: Desk, piece: Piece) -> str:
    """Render the coverage of one work process anew, for a page that is open."""
    card = get_template_attribute("workbench/parts.html", "coverage_card")
    covered = coverage(desk.enrolment.id, desk.keuzedeel)
    return str(card(piece, _items(desk, piece, covered), process_number(desk.keuzedeel, piece)))


def _single(
    desk: Desk,
    piece: Piece,
    section: WorkSection,
    work: Work,
    item: WorkItem | None,
    evidence: list[Evidence],
    form: SectionForm | None,
) -> Page:
    own = next((each for each in evidence if item is not None and each.work_item_id == item.id), None)
    return {
        "item": item,
        "form": form or section_form(section, work, item, fresh=True),
        "criteria": criteria_form(desk.keuzedeel.criteria(piece.work_process), own, fresh=True)
        if item
        else None,
    }


def _common(desk: Desk, piece: Piece, work: Work) -> Page:
    covered = coverage(desk.enrolment.id, desk.keuzedeel)
    return {
        "piece": piece,
        "work": work,
        "place": desk.enrolment.place,
        "process": desk.keuzedeel.work_process(piece.work_process),
        "number": process_number(desk.keuzedeel, piece),
        "coverage": _items(desk, piece, covered),
        "behaviours": desk.keuzedeel.criteria(piece.work_process),
    }


def _targets(desk: Desk, piece: Piece, section: WorkSection) -> dict[str, dict[str, str]]:
    found = {
        field.key: desk.keuzedeel.work.target(piece, field)
        for field in section.fields
        if field.type == "links"
    }
    return {
        key: {
            "title": target.title,
            "url": url_for("workbench.section", piece=holder.key, section=target.key),
        }
        for key, (holder, target) in found.items()
    }


def _items(desk: Desk, piece: Piece, covered: Coverage) -> list[dict[str, Any]]:
    return coverage_items(desk.keuzedeel.criteria(piece.work_process), covered)


def _without(desk: Desk, piece: Piece, covered: Coverage) -> int:
    return len(covered.without(behaviour.id for behaviour in desk.keuzedeel.criteria(piece.work_process)))
