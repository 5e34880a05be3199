"""What the desk shows, as one frozen view: the rubric as it was, and the own scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.scoring.actions import fingerprint_of_rows
from assessment.scoring.models import Assessment, Score
from assessment.scoring.rules import is_complete
from assessment.submissions import rubrics
from assessment.submissions.places import Place, named_places, pointed_at
from assessment.submissions.snapshots import content_of
from content.instrument import Instrument
from content.qualification import Behaviour


@dataclass(frozen=True)
class Criterion:
    """One criterion with what the assessor made of it."""

    behaviour: Behaviour
    level: str
    level_title: str
    justification: str
    evidence: str
    version: int
    is_ready: bool

    @property
    def code(self) -> str:
        """Give the code, such as W1-3."""
        return self.behaviour.id


@dataclass(frozen=True)
class Progress:
    """How far the assessor is with a work process (by its number), and whether signing is possible."""

    number: int
    scored: int
    total: int

    @property
    def is_complete(self) -> bool:
        """Tell whether every criterion has a level and a justification."""
        return self.scored >= self.total


@dataclass(frozen=True)
class Desk:
    """The page of one assessment."""

    assessment: Assessment
    instrument: Instrument
    criteria: Sequence[Criterion]
    content: Mapping[str, Any]

    @property
    def process(self) -> Any:
        """Give the work process."""
        return self.instrument.work_process(self.assessment.submission.work_process)

    def places(self, criterion: str) -> list[Place]:
        """Give where in the work the student says that this criterion can be seen."""
        return [place for place, criteria in named_places(self.work) if criterion in criteria]

    def pointed_at(self, row: Criterion) -> list[Place]:
        """Give where in the work the assessor says that this criterion can be seen."""
        return pointed_at(row.evidence, self.work)

    @property
    def work(self) -> Mapping[str, Any]:
        """Give the frozen work."""
        return dict(self.content.get("work", {}))

    @property
    def plan(self) -> Any:
        """Give the rules of the work process in the exam plan."""
        return self.instrument.exam_plan.work_process(self.process.code)

    @property
    def levels(self) -> list[dict[str, str]]:
        """Give the answers in the order of the rubric."""
        return [{"value": level.code, "label": level.title} for level in self.instrument.exam_plan.levels]

    @property
    def progress(self) -> Progress:
        """Give how far it is."""
        return progress_of(self.assessment)

    @property
    def seen(self) -> str:
        """Give the fingerprint of the rows as they stand on this page."""
        scores = {score.criterion: score for score in self.assessment.scores}
        return fingerprint_of_rows(scores[code] for code in self.assessment.criteria if code in scores)


def desk_of(assessment: Assessment) -> Desk:
    """Put the desk together from an assessment with everything loaded."""
    submission = assessment.submission
    instrument = rubrics.instrument(str(submission.rubric_hash))
    scores = {score.criterion: score for score in assessment.scores}
    rows = [_criterion(instrument, code, scores.get(code)) for code in assessment.criteria]
    content = content_of(submission.snapshot) if submission.snapshot else {}
    return Desk(assessment, instrument, rows, content)


def progress_of(assessment: Assessment) -> Progress:
    """Give how far an assessment is."""
    submission = assessment.submission
    process = rubrics.instrument(str(submission.rubric_hash)).work_process(submission.work_process)
    return Progress(process.number, assessment.scored, len(assessment.criteria))


def _criterion(instrument: Instrument, code: str, score: Score | None) -> Criterion:
    level = score.level if score else ""
    return Criterion(
        behaviour=instrument.criterion(code),
        level=level,
        level_title=instrument.exam_plan.level(level).title if level else "",
        justification=score.justification if score else "",
        evidence=score.evidence if score else "",
        version=score.version if score else 0,
        is_ready=score is not None and is_complete(score),
    )
