"""Ticking the criteria that evidence serves: one checkbox per criterion, with the official text beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField

from content.keuzedeel import Keuzedeel
from content.qualification import Behaviour
from course.portfolio.models import Evidence, EvidenceCriterion
from course.portfolio.rules import Coverage
from course.workbench.locks import Locks
from foundation.web.forms import Form, VersionField

TICK = "c_"


class CriteriaForm(Form):
    """The criteria that one piece of evidence serves."""

    codes: Sequence[str]
    version = VersionField()

    @property
    def chosen(self) -> frozenset[str]:
        """Give the criteria that are ticked."""
        return frozenset(code for code in self.codes if self[TICK + code].data)


def criteria_form(
    behaviours: Iterable[Behaviour],
    evidence: Evidence | None,
    *,
    fresh: bool = False,
    base: type[CriteriaForm] = CriteriaForm,
    **more: Any,
) -> CriteriaForm:
    """Make the form with a checkbox per criterion, as it is linked; `fresh` ignores what was sent."""
    offered = list(behaviours)
    controls = {TICK + each.id: BooleanField(each.text, false_values=("", "nee")) for each in offered}
    made: type[CriteriaForm] = type("MadeCriteriaForm", (base,), dict(controls))
    linked = linked_to(evidence)
    data: dict[str, Any] = {TICK + each.id: each.id in linked for each in offered}
    data |= {"version": evidence.version if evidence else 0, **more}
    form = made(formdata=None, data=data) if fresh else made(data=data)
    form.codes = [each.id for each in offered]
    return form


def linked_to(evidence: Evidence | None) -> frozenset[str]:
    """Give the criteria that evidence serves now."""
    return frozenset(link.criterion for link in evidence.criteria) if evidence else frozenset()


def link_criteria(evidence: Evidence, chosen: frozenset[str]) -> None:
    """Let evidence serve exactly these criteria."""
    for link in [each for each in evidence.criteria if each.criterion not in chosen]:
        evidence.criteria.remove(link)
    for code in sorted(chosen - linked_to(evidence)):
        evidence.criteria.append(
            EvidenceCriterion(
                school_id=evidence.school_id, enrolment_id=evidence.enrolment_id, criterion=code
            )
        )


def allowed(
    form: CriteriaForm, evidence: Evidence | None, keuzedeel: Keuzedeel, locks: Locks
) -> frozenset[str]:
    """Give what may be linked: criteria of work that is handed in stay, and take nothing new."""
    before, after = linked_to(evidence), form.chosen
    for code in sorted(after - before):
        locks.refuse(keuzedeel.qualification.work_process_of(code).code)
    fixed = {code for code in before if locks.of(keuzedeel.qualification.work_process_of(code).code)}
    return after | fixed


def texts_of(form: CriteriaForm, evidence: Evidence) -> dict[str, dict[str, str]]:
    """Give what is linked now, per control, in words and as the value of the control."""
    linked = linked_to(evidence)
    return {
        TICK + code: {
            "label": f"{code} {form[TICK + code].label.text}",
            "text": _("Gekoppeld") if code in linked else _("Niet gekoppeld"),
            "value": "y" if code in linked else "",
        }
        for code in form.codes
        if (code in linked) != (code in form.chosen)
    }


def coverage_items(behaviours: Iterable[Behaviour], covered: Coverage) -> list[dict[str, Any]]:
    """Give rows for the `coverage` macro."""
    return [
        {
            "code": each.id,
            "id": each.id,
            "text": each.text,
            "plain": each.plain,
            "count": covered.criteria[each.id].count,
            "state": covered.criteria[each.id].state.value,
        }
        for each in behaviours
    ]
