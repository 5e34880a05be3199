"""What the page of a dossier shows besides the dossier: checks in words, rows side by side, the trail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from accounts.policy.actor import Actor
from accounts.policy.guard import may
from accounts.schools.queries import members_with_role
from accounts.schools.roles import Role
from assessment.agreement.rules import Row
from assessment.certificates.models import Certificate
from assessment.certificates.policy import MANAGE
from assessment.certificates.queries import copies_of
from assessment.determination import queries
from assessment.determination.dossier import Dossier
from assessment.determination.evidence import Judgement, Work
from assessment.determination.models import Determination
from assessment.determination.rules import Tone, is_involved
from assessment.determination.trail import Step, trail_of
from assessment.determination.wording import told, why
from assessment.determination.workflow import DETERMINATION, DeterminationAct
from assessment.submissions.places import Place, pointed_at
from content.qualification import Behaviour, WorkProcess


@dataclass(frozen=True)
class Judged:
    """What one assessor signed about one criterion; `places` is where in the work it can be seen."""

    level: str = ""
    justification: str = ""
    places: Sequence[Place] = ()


@dataclass(frozen=True)
class CriterionRow:
    """One criterion: both judgements, that of a third assessor if there was one, and what stands."""

    criterion: Behaviour
    judged: Sequence[Judged]
    third: Judged | None
    level: str
    decided_by: str
    justifications: Sequence[str]


@dataclass(frozen=True)
class WorkView:
    """One work process on the page; without rows the assessors are not ready, and nothing of them shows."""

    work: Work
    process: WorkProcess
    judges: Sequence[Judgement]
    third: Judgement | None
    sums: Sequence[str]
    level: str
    why: Sequence[str]
    rows: Sequence[CriterionRow]


@dataclass(frozen=True)
class DossierPage:
    """Everything besides the dossier."""

    works: Sequence[WorkView]
    checks: Sequence[dict[str, str | None]]
    why: Sequence[str]
    involved: str
    who_can: Sequence[str]
    trail: Sequence[Step]
    rounds: Sequence[Determination]
    can_decide: bool
    can_put_back: bool
    can_announce: bool
    can_annul: bool
    decided_by: str
    certificates: Sequence[Certificate]
    can_keep_register: bool


def page_of_dossier(dossier: Dossier, actor: Actor) -> DossierPage:
    """Put the page together, in a number of statements that does not grow."""
    row = dossier.determination
    members = members_with_role(row.school_id, Role.BOARD_MEMBER)
    involved = _involved(dossier, actor)
    allows, certificates = DETERMINATION.allows, copies_of(row.id) if row.decision else ()
    return DossierPage(
        works=[_work(dossier, work) for work in dossier.works],
        checks=[_as_item(check.tone, *told(check)) for check in dossier.checks],
        why=[why(reason) for reason in dossier.outcome.reasons] if dossier.outcome else [],
        involved=involved,
        who_can=[each.name for each in members if not is_involved(each.id, dossier)],
        trail=trail_of(dossier, certificates),
        rounds=[each for each in queries.rounds_of(row.enrolment_id) if each.id != row.id],
        can_decide=allows(row.state, DeterminationAct.DETERMINE) and not involved,
        can_put_back=allows(row.state, DeterminationAct.PUT_ON_AGENDA),
        can_announce=allows(row.state, DeterminationAct.ANNOUNCE),
        can_annul=allows(row.state, DeterminationAct.ANNUL) and not involved,
        decided_by=_decided_by(dossier),
        certificates=certificates,
        can_keep_register=may(MANAGE),
    )


def _involved(dossier: Dossier, actor: Actor) -> str:
    if actor.membership_id in dossier.assessor_ids:
        return str(_("Jij kreeg dit werk te beoordelen. Wie beoordeelt, besluit niet."))
    if actor.membership_id in dossier.coach_ids:
        return str(_("Jij begeleidt of begeleidde deze student. Wie begeleidt, besluit niet."))
    return ""


def _as_item(tone: Tone, text: str, detail: str) -> dict[str, str | None]:
    return {"tone": tone.value, "text": text, "detail": detail or None}


def _work(dossier: Dossier, work: Work) -> WorkView:
    judges = [each for each in work.judgements if each.counts] if work.rows else []
    third = next((each for each in work.judgements if each.is_third), None) if work.rows else None
    titles = _titles(work)
    outcomes = dossier.outcome.work_processes if dossier.outcome else ()
    found = next((each for each in outcomes if each.work_process == work.work_process), None)
    return WorkView(
        work=work,
        process=work.instrument.work_process(work.work_process),
        judges=judges,
        third=third,
        sums=[_sum([row.level for row in each.rows.values()], titles) for each in judges],
        level=titles[found.level] if found else "",
        why=[why(reason) for reason in found.reasons] if found else [],
        rows=[_criterion(work, row, judges, third) for row in work.rows],
    )


def _criterion(
    work: Work, row: Mapping[str, Any], judges: Sequence[Judgement], third: Judgement | None
) -> CriterionRow:
    code, titles, content = row["criterion"], _titles(work), work.content.get("work", {})
    by_third = third.rows.get(code) if third and row["decided_by"] == "third" else None
    return CriterionRow(
        criterion=work.instrument.criterion(code),
        judged=[_judged(each.rows.get(code), titles, content) for each in judges],
        third=_judged(by_third, titles, content) if by_third else None,
        level=titles[row["level"]],
        decided_by=row["decided_by"],
        justifications=row["justifications"],
    )


def _judged(row: Row | None, titles: Mapping[str, str], work: Mapping[str, Any]) -> Judged:
    if row is None:
        return Judged()
    return Judged(titles[row.level], row.justification, pointed_at(row.evidence, work))


def _titles(work: Work) -> dict[str, str]:
    return {level.code: level.title for level in work.instrument.exam_plan.levels}


def _sum(levels: list[str], titles: dict[str, str]) -> str:
    counted = [(levels.count(code), title) for code, title in reversed(titles.items())]
    return ", ".join(f"{number} × {title}" for number, title in counted if number)


def _decided_by(dossier: Dossier) -> str:
    decision = dossier.determination.decision
    return decision.decided_by.name if decision else ""
