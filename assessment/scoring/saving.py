"""Saving scores in the making: any number of criteria in one statement, each with the version seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from flask_babel import gettext as _
from sqlalchemy.dialects import postgresql, sqlite

from assessment.scoring.errors import AlreadySigned, NotOpened
from assessment.scoring.models import Assessment, Score
from assessment.scoring.rules import is_open
from assessment.scoring.workflow import ASSESSMENT, AssessmentAct, AssessmentState
from assessment.submissions import rubrics
from content.instrument import Instrument
from foundation.clock import now
from foundation.database import db, new_id
from foundation.errors import ChangedMeanwhile, Invalid, Unknown


@dataclass(frozen=True)
class Draft:
    """What an assessor wrote about one criterion; `seen` is the version that stood on the page (0: none)."""

    criterion: str
    level: str
    justification: str
    evidence: str
    seen: int

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to keep."""
        return not (self.seen or self.level or self.justification or self.evidence)


def save_scores(assessment: Assessment, drafts: Sequence[Draft]) -> Mapping[str, int]:
    """Save drafts and give the new version per criterion; raise ChangedMeanwhile when one was overtaken.

    The query that fetched the assessment must have locked it. Two statements, however many drafts.
    """
    _refuse_when_not_open(assessment)
    instrument = rubrics.instrument(str(assessment.submission.rubric_hash))
    for draft in drafts:
        _refuse_when_unknown(assessment, instrument, draft)
    kept = [draft for draft in drafts if not draft.is_empty]
    versions = _upsert(assessment, kept) if kept else {}
    versions |= _saved_before(assessment, [draft for draft in kept if draft.criterion not in versions])
    if kept:
        _count(assessment)
    return {draft.criterion: 0 for draft in drafts} | versions


def _refuse_when_not_open(assessment: Assessment) -> None:
    if assessment.state is AssessmentState.SIGNED:
        raise AlreadySigned()
    ASSESSMENT.next(assessment.state, AssessmentAct.SAVE_SCORE)
    if not is_open(assessment):
        raise NotOpened()


def _refuse_when_unknown(assessment: Assessment, instrument: Instrument, draft: Draft) -> None:
    if draft.criterion not in assessment.criteria:
        raise Unknown()
    if draft.level and draft.level not in {level.code for level in instrument.exam_plan.levels}:
        raise Invalid({"level": [_("Kies een van de oordelen.")]})


def _upsert(assessment: Assessment, drafts: Sequence[Draft]) -> dict[str, int]:
    """Insert or update where the version is the one that was seen; a row that was overtaken stays out."""
    rows = [_row(assessment, draft) for draft in drafts]
    kept = db.session.connection().execute(_upserting(db.engine.dialect.name), rows)
    return {row.criterion: row.version for row in kept}


@cache
def _upserting(dialect_name: str) -> Any:
    """Build the statement once: rows given beside it do not change its text, so it is compiled once too."""
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    insert = dialect.insert(Score.__table__)
    changed = {
        name: insert.excluded[name]
        for name in ("level", "justification", "evidence", "version", "updated_at")
    }
    statement = insert.on_conflict_do_update(
        index_elements=[Score.assessment_id, Score.criterion],
        set_=changed,
        where=Score.version == insert.excluded.version - 1,
    )
    return statement.returning(Score.criterion, Score.version)


def _row(assessment: Assessment, draft: Draft) -> dict[str, object]:
    return {
        "id": new_id(),
        "school_id": assessment.school_id,
        "assessment_id": assessment.id,
        "criterion": draft.criterion,
        "level": draft.level,
        "justification": draft.justification,
        "evidence": draft.evidence,
        "version": draft.seen + 1,
        "updated_at": now(),
    }


def _saved_before(assessment: Assessment, overtaken: Sequence[Draft]) -> dict[str, int]:
    """Accept what stands there already in the same words (an answer that got lost); refuse the rest."""
    if not overtaken:
        return {}
    found = sa.select(Score).where(
        Score.assessment_id == assessment.id, Score.criterion.in_([draft.criterion for draft in overtaken])
    )
    standing = {score.criterion: score for score in db.session.scalars(found)}
    for draft in overtaken:
        if not _same(standing[draft.criterion], draft):
            raise _changed(assessment, standing[draft.criterion], draft)
    return {score.criterion: score.version for score in standing.values()}


def _same(score: Score, draft: Draft) -> bool:
    return (score.level, score.justification, score.evidence) == (
        draft.level,
        draft.justification,
        draft.evidence,
    )


def _changed(assessment: Assessment, score: Score, draft: Draft) -> ChangedMeanwhile:
    """Show what stands there now, for each field in which it differs."""
    theirs = {}
    if score.level != draft.level:
        words = _level_in_words(assessment, score.level)
        theirs["level"] = {"label": _("Oordeel"), "text": words, "value": score.level}
    if score.justification != draft.justification:
        theirs["justification"] = {"label": _("Onderbouwing"), "text": score.justification}
    if score.evidence != draft.evidence:
        theirs["evidence"] = {"label": _("Bewijs"), "text": score.evidence}
    return ChangedMeanwhile(version=score.version, theirs=theirs)


def _level_in_words(assessment: Assessment, level: str) -> str:
    instrument = rubrics.instrument(str(assessment.submission.rubric_hash))
    return instrument.exam_plan.level(level).title if level else _("Nog niet beoordeeld")


def _count(assessment: Assessment) -> None:
    """Keep how many criteria are ready, so that no list ever counts."""
    scored = db.session.connection().execute(_counting(), {"assessment": assessment.id}).scalar_one()
    sa.orm.attributes.set_committed_value(assessment, "scored", scored)


@cache
def _counting() -> Any:
    this = sa.bindparam("assessment", type_=sa.Uuid())
    ready = (
        sa.select(sa.func.count())
        .where(Score.assessment_id == this, Score.level != "", Score.justification != "")
        .scalar_subquery()
    )
    counted = sa.update(Assessment).where(Assessment.id == this).values(scored=ready)
    return counted.returning(Assessment.scored)
