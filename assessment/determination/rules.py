"""How rows add up to a result, and what must be in order before the board decides. Pure."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from accounts.policy.actor import Actor
    from content.exam_plan import ExamPlan

INSUFFICIENT, SUFFICIENT, GOOD = "O", "V", "G"
Levels = Mapping[str, str]


class Incomplete(ValueError):
    """A work process has no rows, so there is nothing to add up."""


@dataclass(frozen=True)
class Reason:
    """Why a level came out: a code, and the criteria or work processes that made it so."""

    code: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProcessOutcome:
    """The level of one work process, with how often each level was given."""

    work_process: str
    level: str
    counts: Mapping[str, int]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Outcome:
    """The result of a dossier; `met` tells whether the keuzedeel is passed."""

    work_processes: tuple[ProcessOutcome, ...]
    level: str
    met: bool
    reasons: tuple[Reason, ...]


def outcome(exam_plan: ExamPlan, rows: Mapping[str, Levels]) -> Outcome:
    """Add up {work process: {criterion: level}} by the rules of the plan; raise Incomplete when rows lack."""
    processes = tuple(
        _process(exam_plan, plan.work_process, rows.get(plan.work_process, {}))
        for plan in exam_plan.work_processes
    )
    needed = exam_plan.level(exam_plan.overall.voldoende.every_work_process).rank
    short = tuple(each.work_process for each in processes if exam_plan.level(each.level).rank < needed)
    if short:
        return Outcome(processes, INSUFFICIENT, met=False, reasons=(Reason("work_process_short", short),))
    good = tuple(each.work_process for each in processes if each.level == GOOD)
    if len(good) >= exam_plan.overall.goed.min_goed:
        return Outcome(processes, GOOD, met=True, reasons=(Reason("enough_good", good),))
    return Outcome(processes, SUFFICIENT, met=True, reasons=(Reason("all_met"),))


def _process(exam_plan: ExamPlan, code: str, levels: Levels) -> ProcessOutcome:
    if not levels:
        raise Incomplete(code)
    counts: dict[str, int] = {
        level.code: list(levels.values()).count(level.code) for level in exam_plan.levels
    }
    unmet = tuple(row for row, level in levels.items() if not exam_plan.level(level).meets)
    rule = exam_plan.work_process(code)
    against = []
    if len(unmet) > rule.voldoende.max_onvoldoende:
        against.append(Reason("too_many_insufficient", unmet))
    if knocked := tuple(row for row in rule.voldoende.knock_out if row in unmet):
        against.append(Reason("knock_out", knocked))
    if against:
        return ProcessOutcome(code, INSUFFICIENT, counts, tuple(against))
    if counts[GOOD] >= rule.goed.min_goed and len(unmet) <= rule.goed.max_onvoldoende:
        return ProcessOutcome(code, GOOD, counts, (Reason("enough_good"),))
    return ProcessOutcome(code, SUFFICIENT, counts, (Reason("sufficient", unmet),))


class Tone(enum.StrEnum):
    """How a check came out: in order, to be answered with a reason, or in the way of a decision."""

    OK = "ok"
    WARN = "warn"
    ERROR = "error"


@dataclass(frozen=True)
class WorkFacts:
    """What is known of the work of one work process.

    `judges` signed the version that was frozen, each on a seat of their own; `agreed` when final rows cover
    every criterion, of which `same` were equal at once; `intact` when every stored hash fits its text.
    """

    work_process: str
    attempt: int
    declared: bool
    intact: bool
    judges: tuple[UUID, ...]
    agreed: bool
    rows: int
    same: int
    rubric: str


@dataclass(frozen=True)
class Facts:
    """What is known of a dossier: time in minutes, the work, who ever coached the student."""

    minutes: int
    expected: tuple[str, ...]
    works: tuple[WorkFacts, ...]
    coaches: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Check:
    """One thing that was looked at, how it came out, and the numbers to tell it with."""

    code: str
    tone: Tone
    values: Mapping[str, Any] = field(default_factory=dict)


def checks(exam_plan: ExamPlan, facts: Facts) -> list[Check]:
    """Look at everything the board must be sure of, in the order in which the page shows it."""
    return [
        _hours(exam_plan, facts),
        _assessors(exam_plan, facts),
        _agreement(facts),
        _count("declarations", facts, (work.declared for work in facts.works)),
        _count("intact", facts, (work.intact for work in facts.works)),
        _attempts(exam_plan, facts),
        _rubric(facts),
    ]


def as_written_down(facts: Iterable[Mapping[str, Any]], now: Iterable[Check]) -> list[Check]:
    """Give the checks of a decision; whether every hash still fits is not history, so that one is of now."""
    intact = next(check for check in now if check.code == "intact")
    return [intact if each["code"] == intact.code else _read(each) for each in facts]


def is_blocked(found: Iterable[Check]) -> bool:
    """Tell whether something stands in the way of a decision."""
    return any(check.tone is Tone.ERROR for check in found)


def needs_reason(found: Iterable[Check]) -> bool:
    """Tell whether the board must say why the result counts all the same."""
    return any(check.tone is Tone.WARN for check in found)


def is_involved(member_id: UUID, dossier: Any) -> bool:
    """Tell whether somebody made, judged or ever coached this work: they never decide about it."""
    return member_id == dossier.student_id or member_id in dossier.assessor_ids | dossier.coach_ids


def is_not_involved(actor: Actor, dossier: Any) -> bool:
    """Tell whether the actor may decide about this dossier."""
    return not is_involved(actor.membership_id, dossier)


def is_not_own_work(actor: Actor, dossier: Any) -> bool:
    """Tell whether the dossier is somebody else's."""
    return bool(dossier.student_id != actor.membership_id)


def _read(fact: Mapping[str, Any]) -> Check:
    values = {key: value for key, value in fact.items() if key not in {"code", "tone"}}
    return Check(fact["code"], Tone(fact["tone"]), values)


def _hours(exam_plan: ExamPlan, facts: Facts) -> Check:
    norm = exam_plan.hours.norm
    short = Tone.ERROR if exam_plan.hours.below_norm == "blocker" else Tone.WARN
    tone = Tone.OK if facts.minutes >= norm * 60 else short
    return Check("hours", tone, {"minutes": facts.minutes, "norm": norm})


def _assessors(exam_plan: ExamPlan, facts: Facts) -> Check:
    needed = exam_plan.assessors.number
    signed = min((len(set(work.judges)) for work in facts.works), default=0)
    coached = any(judge in facts.coaches for work in facts.works for judge in work.judges)
    complete = len(facts.works) == len(facts.expected) and signed >= needed
    values = {"signed": signed if len(facts.works) == len(facts.expected) else 0, "needed": needed}
    if coached:
        return Check("assessor_coached", Tone.ERROR, values)
    return Check("assessors", Tone.OK if complete else Tone.ERROR, values)


def _agreement(facts: Facts) -> Check:
    agreed = {work.work_process for work in facts.works if work.agreed}
    values = {
        "rows": sum(work.rows for work in facts.works),
        "same": sum(work.same for work in facts.works),
        "missing": [code for code in facts.expected if code not in agreed],
    }
    return Check("agreement", Tone.ERROR if values["missing"] else Tone.OK, values)


def _count(code: str, facts: Facts, answers: Iterable[bool]) -> Check:
    number = sum(answers)
    values = {"number": number, "needed": len(facts.expected)}
    return Check(code, Tone.OK if number == len(facts.expected) else Tone.ERROR, values)


def _attempts(exam_plan: ExamPlan, facts: Facts) -> Check:
    most = max((work.attempt for work in facts.works), default=1)
    allowed = 1 + exam_plan.resits.number
    return Check("attempts", Tone.OK if most <= allowed else Tone.WARN, {"attempt": most, "allowed": allowed})


def _rubric(facts: Facts) -> Check:
    versions = len({work.rubric for work in facts.works})
    return Check("rubric", Tone.OK if versions <= 1 else Tone.WARN, {"versions": versions})
