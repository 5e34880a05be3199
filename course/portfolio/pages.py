"""What each page of the portfolio is given."""

from __future__ import annotations

from typing import Any

from flask import current_app, url_for

from content.keuzedeel import Keuzedeel
from course.portfolio.criteria import coverage_items, linked_to
from course.portfolio.forms import FilesForm, TitleForm, evidence_form
from course.portfolio.models import Evidence, EvidenceKind
from course.portfolio.queries import coverage, evidence_of
from course.workbench.desk import Desk
from course.workbench.queries import Work

Page = dict[str, Any]


def everything(desk: Desk, **forms: Any) -> Page:
    """Give all evidence, and the forms that add some."""
    work, evidence = desk.work(), evidence_of(desk.enrolment)
    rows = [_row(each, work) for each in evidence if each.kind is not EvidenceKind.ITEM or each.criteria]
    covered = coverage(desk.enrolment.id, desk.keuzedeel)
    return {
        "rows": rows,
        "ready": covered.ready,
        "all": len(covered.criteria),
        "everything": desk.locks.everything,
        "most_megabytes": current_app.extensions["settings"].upload_megabytes,
        "title_form": TitleForm(formdata=None),
        "files_form": FilesForm(formdata=None),
    } | forms


def one(desk: Desk, evidence: Evidence, *, form: Any = None) -> Page:
    """Give one text or file with its form."""
    reason = fixed_reason(desk, evidence)
    return {
        "evidence": evidence,
        "reason": reason,
        "form": form or evidence_form(evidence, desk.keuzedeel, fixed=reason is not None, fresh=True),
        "processes": [
            {"process": process, "locked": desk.locks.of(process.code)}
            for process in desk.keuzedeel.qualification.work_processes
        ],
        "chosen": linked_to(evidence),
        "everything": desk.locks.everything,
    }


def matrix(desk: Desk, chosen: str | None) -> Page:
    """Give criteria against evidence, for one work process or for all."""
    processes = desk.keuzedeel.qualification.work_processes
    shown = [each for each in processes if chosen in (None, each.code)] or list(processes)
    covered = coverage(desk.enrolment.id, desk.keuzedeel)
    work = desk.work()
    evidence = [_row(each, work) for each in evidence_of(desk.enrolment)]
    parts = [
        {
            "process": process,
            "piece": desk.keuzedeel.piece(process.code),
            "rows": _rows(evidence, coverage_items(process.behaviours, covered)),
        }
        for process in shown
    ]
    return {
        "parts": parts,
        "processes": processes,
        "chosen": chosen,
        "ready": covered.ready,
        "all": len(covered.criteria),
    }


def fixed_reason(desk: Desk, evidence: Evidence) -> str | None:
    """Give why title and text cannot change: they belong to work that is handed in."""
    codes = {process_of(desk.keuzedeel, code) for code in linked_to(evidence)}
    return next((reason for code in sorted(codes) if (reason := desk.locks.of(code))), desk.locks.everything)


def process_of(keuzedeel: Keuzedeel, criterion: str) -> str:
    """Give the code of the work process of a criterion."""
    return keuzedeel.qualification.work_process_of(criterion).code


def _rows(evidence: list[Page], items: list[Page]) -> list[Page]:
    return [item | {"evidence": [row for row in evidence if item["id"] in row["criteria"]]} for item in items]


def _row(each: Evidence, work: Work) -> Page:
    item = work.by_id.get(each.work_item_id) if each.work_item_id else None
    if item is not None:
        url = url_for("workbench.item", item_id=item.id)
        title, place = work.name(item), work.section_of(item)[1].title
    else:
        url, title, place = url_for("portfolio.evidence", evidence_id=each.id), each.title, None
    return {
        "row": each,
        "title": title,
        "url": url,
        "place": place,
        "kind": each.kind.value,
        "empty": each.kind is EvidenceKind.TEXT and not each.body,
        "criteria": [link.criterion for link in each.criteria],
    }
