"""What the page of a dossier shows besides the dossier: checks in words, rows side by side, the trail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from accounts.policy.actor import Actor
from accounts.schools.queries import members_with_role, names_of
from accounts.schools.roles import Role
from assessment.agreement.rules import Row
from assessment.determination import queries
from assessment.determination.dossier import Dossier
from assessment.determination.evidence import Judgement, Work
from assessment.determination.models import Determination
from assessment.determination.rules import Tone, is_involved
from assessment.determination.wording import told, why
from assessment.determination.workflow import DETERMINATION, DeterminationAct
from content.qualification import Behaviour, WorkProcess
from foundation.audit.acts import sentence_of
from foundation.audit.models import AuditEntry
from foundation.audit.queries import entries_about


@dataclass(frozen=True)
class CriterionRow:
    """One criterion: both judgements (level in words, justification), and what stands."""

    criterion: Behaviour
    judged: Sequence[tuple[str, str]]
    level: str
    decided_by: str
    justifications: Sequence[str]


@dataclass(frozen=True)
class WorkView:
    """One work process on the page; without rows the assessors are not ready, and nothing of them shows."""

    work: Work
    process: WorkProcess
    judges: Sequence[Judgement]
    sums: Sequence[str]
    level: str
    why: Sequence[str]
    rows: Sequence[CriterionRow]


@dataclass(frozen=True)
class Step:
    """One line of the trail."""

    at: datetime
    who: str
    sentence: str
    reason: str


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


def page_of_dossier(dossier: Dossier, actor: Actor) -> DossierPage:
    """Put the page together, in a number of statements that does not grow."""
    row = dossier.determination
    members = members_with_role(row.school_id, Role.BOARD_MEMBER)
    involved = _involved(dossier, actor)
    allows = DETERMINATION.allows
    return DossierPage(
        works=[_work(dossier, work) for work in dossier.works],
        checks=[_as_item(check.tone, *told(check)) for check in dossier.checks],
        why=[why(reason) for reason in dossier.outcome.reasons] if dossier.outcome else [],
        involved=involved,
        who_can=[each.name for each in members if not is_involved(each.id, dossier)],
        trail=_trail(dossier),
        rounds=[each for each in queries.rounds_of(row.enrolment_id) if each.id != row.id],
        can_decide=allows(row.state, DeterminationAct.DETERMINE) and not involved,
        can_put_back=allows(row.state, DeterminationAct.PUT_ON_AGENDA),
        can_announce=allows(row.state, DeterminationAct.ANNOUNCE),
        can_annul=allows(row.state, DeterminationAct.ANNUL) and not involved,
        decided_by=_decided_by(dossier),
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
    plan = work.instrument.exam_plan
    titles: dict[str, str] = {level.code: level.title for level in plan.levels}
    signed = [each.rows for each in judges]
    outcomes = dossier.outcome.work_processes if dossier.outcome else ()
    found = next((each for each in outcomes if each.work_process == work.work_process), None)
    return WorkView(
        work=work,
        process=work.instrument.work_process(work.work_process),
        judges=judges,
        sums=[_sum([row.level for row in rows.values()], titles) for rows in signed],
        level=titles[found.level] if found else "",
        why=[why(reason) for reason in found.reasons] if found else [],
        rows=[
            CriterionRow(
                criterion=work.instrument.criterion(row["criterion"]),
                judged=[_judged(rows.get(row["criterion"]), titles) for rows in signed],
                level=titles[row["level"]],
                decided_by=row["decided_by"],
                justifications=row["justifications"],
            )
            for row in work.rows
        ],
    )


def _judged(row: Row | None, titles: dict[str, str]) -> tuple[str, str]:
    return (titles[row.level], row.justification) if row else ("", "")


def _sum(levels: list[str], titles: dict[str, str]) -> str:
    counted = [(levels.count(code), title) for code, title in reversed(titles.items())]
    return ", ".join(f"{number} × {title}" for number, title in counted if number)


def _trail(dossier: Dossier) -> list[Step]:
    entries = entries_about(dossier.school_id, _subjects(dossier))
    people = {entry.actor_id for entry in entries if entry.actor_id}
    names = names_of(dossier.school_id, people)
    return [_step(entry, names) for entry in entries]


def _step(entry: AuditEntry, names: dict[UUID, str]) -> Step:
    who = names.get(entry.actor_id) if entry.actor_id else None
    return Step(entry.at, who or str(_("Het systeem")), sentence_of(entry.act, entry.details), entry.reason)


def _subjects(dossier: Dossier) -> list[UUID]:
    works = dossier.evidence.works.values()
    judged = [each.assessment.id for work in works if work.rows for each in work.judgements]
    return [dossier.determination.id, *(work.submission.id for work in works), *judged]


def _decided_by(dossier: Dossier) -> str:
    decision = dossier.determination.decision
    return decision.decided_by.name if decision else ""
