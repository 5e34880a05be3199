"""Saving evidence: check, keep, and answer with the parts of the page that changed."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from course.portfolio.actions import save_evidence, save_item_criteria
from course.portfolio.criteria import CriteriaForm, allowed, criteria_form, texts_of
from course.portfolio.forms import evidence_form
from course.portfolio.models import Evidence
from course.portfolio.pages import fixed_reason
from course.portfolio.queries import evidence_of_item
from course.workbench import pages as workbench_pages
from course.workbench.desk import Desk, Opened
from course.workbench.errors import Locked
from foundation.web.answers import saved, wants_json

TEXTS = ("title", "body")


def form_of(desk: Desk, evidence: Evidence) -> CriteriaForm:
    """Make the form of evidence; raise Locked when it sends text that cannot change any more."""
    desk.locks.refuse()
    reason = fixed_reason(desk, evidence)
    if reason and any(name in request.form for name in TEXTS):
        raise Locked(reason)
    form: CriteriaForm = evidence_form(evidence, desk.keuzedeel, fixed=reason is not None)
    return form


def save(desk: Desk, evidence: Evidence, form: CriteriaForm, *, back_to: str) -> ResponseReturnValue:
    """Keep what was sent."""
    texts = {name: form[name].data or "" for name in TEXTS if name in form}
    save_evidence(
        evidence,
        version=form.version.data or 0,
        chosen=allowed(form, evidence, desk.keuzedeel, desk.locks),
        theirs=_texts(form, evidence, texts) | texts_of(form, evidence),
        **texts,
    )
    return saved(back_to=back_to, version=evidence.version)


def save_item(opened: Opened, *, back_to: str) -> ResponseReturnValue:
    """Keep the criteria of an item of work, and show the coverage anew."""
    desk, item = opened.desk, opened.item
    evidence = evidence_of_item(desk.enrolment, item.id)
    form = criteria_form(desk.keuzedeel.criteria(opened.piece.work_process), evidence)
    form.checked()
    made = save_item_criteria(
        item,
        evidence,
        title=opened.work.name(item),
        version=form.version.data or 0,
        chosen=form.chosen,
        theirs=texts_of(form, evidence) if evidence else {},
    )
    fragments = {"#dekking": workbench_pages.coverage_card(desk, opened.piece)} if wants_json() else {}
    return saved(back_to=back_to, version=made.version, fragments=fragments)


def _texts(form: CriteriaForm, evidence: Evidence, texts: dict[str, str]) -> dict[str, Any]:
    return {
        name: {"label": str(form[name].label.text), "text": getattr(evidence, name)}
        for name, text in texts.items()
        if text != getattr(evidence, name)
    }
