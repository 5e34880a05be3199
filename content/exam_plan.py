"""The exam plan: how rows add up to a work process, and work processes to a result.

Only the rules as data stand here; the one function that computes a result lives in assessment.
"""

from typing import Literal

from pydantic import NonNegativeInt, PositiveInt, model_validator

from content.finding import first
from content.frozen import CriterionCode, Frozen, Text

LevelCode = Literal["O", "V", "G"]


class Level(Frozen):
    """A step of the scale; a higher rank is better, and `meets` says whether a row is met."""

    code: LevelCode
    title: Text
    rank: int
    meets: bool
    descriptor: Text


class Descriptor(Frozen):
    """What one level looks like in one work process."""

    level: LevelCode
    text: Text


class SufficientRule(Frozen):
    max_onvoldoende: NonNegativeInt
    knock_out: tuple[CriterionCode, ...] = ()
    plain: Text


class GoodRule(Frozen):
    min_goed: PositiveInt
    max_onvoldoende: NonNegativeInt
    plain: Text


class WorkProcessPlan(Frozen):
    work_process: Text
    descriptors: tuple[Descriptor, ...]
    voldoende: SufficientRule
    goed: GoodRule

    def descriptor(self, level: str) -> str:
        """Say what this level looks like in this work process."""
        return first((d.text for d in self.descriptors if d.level == level), level)


class OverallSufficient(Frozen):
    every_work_process: LevelCode
    plain: Text


class OverallGood(Frozen):
    min_goed: PositiveInt
    plain: Text


class Overall(Frozen):
    voldoende: OverallSufficient
    goed: OverallGood


class HoursRule(Frozen):
    norm: PositiveInt
    below_norm: Literal["warning", "blocker"] = "warning"
    plain: Text


class NumberRule(Frozen):
    number: NonNegativeInt
    plain: Text


class TermRule(Frozen):
    days: PositiveInt
    plain: Text


class WordToNumber(Frozen):
    level: LevelCode
    number: PositiveInt


class ExamPlan(Frozen):
    title: Text
    example: bool
    note: Text
    levels: tuple[Level, ...]
    work_processes: tuple[WorkProcessPlan, ...]
    overall: Overall
    hours: HoursRule
    assessors: NumberRule
    third_assessor: Text
    resits: NumberRule
    feedback: TermRule
    objection: TermRule
    words_to_numbers: tuple[WordToNumber, ...]

    @model_validator(mode="after")
    def _one_scale(self) -> "ExamPlan":
        codes = [level.code for level in self.levels]
        ranks = [level.rank for level in self.levels]
        if ranks != sorted(set(ranks)) or len(set(codes)) != len(codes):
            raise ValueError("levels must be unique and go from low to high rank")
        for plan in self.work_processes:
            if [d.level for d in plan.descriptors] != codes:
                raise ValueError(f"{plan.work_process} must describe each level once, in order")
        if [each.level for each in self.words_to_numbers] != codes:
            raise ValueError("words_to_numbers must name each level once, in order")
        return self

    def level(self, code: str) -> Level:
        """Find the level with this code, such as V."""
        return first((level for level in self.levels if level.code == code), code)

    def work_process(self, code: str) -> WorkProcessPlan:
        """Find the rules of the work process with this code."""
        return first((p for p in self.work_processes if p.work_process == code), code)

    def number(self, level: str) -> int:
        """Translate the word of a result to a number by the table of this plan."""
        return first((w.number for w in self.words_to_numbers if w.level == level), level)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The rules that hold for the whole keuzedeel, in plain Dutch."""
        rules = (self.hours, self.assessors, self.resits, self.feedback, self.objection)
        overall = (self.overall.voldoende.plain, self.overall.goed.plain)
        return (*overall, self.third_assessor, *(rule.plain for rule in rules))
