"""Read evidence and what it covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from content.keuzedeel import Keuzedeel
from course.portfolio.counting import answers_in
from course.portfolio.models import Evidence, EvidenceCriterion, EvidenceKind
from course.portfolio.rules import Coverage, coverage_from
from course.workbench.models import WorkItem
from course.workbench.reading import least_answers
from enrolment.models import Enrolment
from foundation.database import db
from foundation.errors import Unknown


def coverage(enrolment_id: UUID, keuzedeel: Keuzedeel) -> Coverage:
    """Give, per criterion, how much evidence there is. One statement."""
    return coverage_of_many([enrolment_id], keuzedeel)[enrolment_id]


def coverage_of_many(enrolment_ids: Sequence[UUID], keuzedeel: Keuzedeel) -> Mapping[UUID, Coverage]:
    """Give the coverage of many enrolments in one keuzedeel. One statement."""
    counted: dict[UUID, list[tuple[str, int, int]]] = defaultdict(list)
    asked = {"enrolments": list(enrolment_ids)}
    for enrolment_id, code, linked, filled in db.session.execute(_counts(_short(keuzedeel)), asked):
        counted[enrolment_id].append((code, linked, filled))
    codes = [behaviour.id for behaviour in keuzedeel.qualification.behaviours]
    return {each: coverage_from(codes, counted[each]) for each in enrolment_ids}


def evidence_of(enrolment: Enrolment) -> list[Evidence]:
    """Give all evidence of an enrolment with its criteria, oldest first. One statement."""
    return list(db.session.scalars(_all_of(), _asked(enrolment)).unique())


def evidence_by_id(enrolment: Enrolment, evidence_id: UUID) -> Evidence:
    """Give one text or file of this enrolment with its criteria; Unknown when it is not there."""
    found = _all_of().where(Evidence.id == evidence_id, Evidence.kind != EvidenceKind.ITEM)
    evidence = db.session.scalars(found, _asked(enrolment)).unique().one_or_none()
    if evidence is None:
        raise Unknown()
    return evidence


def evidence_of_item(enrolment: Enrolment, item_id: UUID) -> Evidence | None:
    """Give what an item of work is evidence for, or None when it is not evidence yet."""
    found = _all_of().where(Evidence.work_item_id == item_id)
    return db.session.scalars(found, _asked(enrolment)).unique().one_or_none()


def used_bytes(enrolment: Enrolment) -> tuple[int, int]:
    """Give how many pieces of evidence there are, and how many bytes their files take."""
    counted = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(Evidence.size), 0)).where(
        Evidence.school_id == enrolment.school_id, Evidence.enrolment_id == enrolment.id
    )
    number, size = db.session.execute(counted).one()
    return int(number or 0), int(size or 0)


def criteria_by_item(evidence: Iterable[Evidence]) -> Mapping[UUID, Sequence[str]]:
    """Give which criteria each item of work serves."""
    return {
        each.work_item_id: [link.criterion for link in each.criteria]
        for each in evidence
        if each.work_item_id is not None
    }


def _asked(enrolment: Enrolment) -> dict[str, UUID]:
    return {"school": enrolment.school_id, "enrolment": enrolment.id}


@cache
def _all_of() -> sa.Select[Evidence]:
    """Build it once: to build it takes longer than to run it."""
    return (
        sa.select(Evidence)
        .where(
            Evidence.school_id == sa.bindparam("school"), Evidence.enrolment_id == sa.bindparam("enrolment")
        )
        .options(joinedload(Evidence.criteria))
        .order_by(Evidence.created_at, Evidence.id)
    )


@cache
def _counts(short: tuple[str, ...]) -> Any:
    """Build it once per form of work: to build it takes longer than to run it."""
    link = EvidenceCriterion
    return (
        sa.select(
            link.enrolment_id,
            link.criterion,
            sa.func.count(),
            sa.func.sum(sa.case((_has_content(short), 1), else_=0)),
        )
        .join(Evidence, Evidence.id == link.evidence_id)
        .outerjoin(WorkItem, WorkItem.id == Evidence.work_item_id)
        .where(link.enrolment_id.in_(sa.bindparam("enrolments", expanding=True)))
        .group_by(link.enrolment_id, link.criterion)
    )


def _short(keuzedeel: Keuzedeel) -> tuple[str, ...]:
    """Give the sections in which one answer says something."""
    return tuple(
        f"{piece.key}/{section.key}"
        for piece in keuzedeel.work.pieces
        for section in piece.sections
        if least_answers(section) == 1
    )


def _has_content(short: tuple[str, ...]) -> sa.ColumnElement[bool]:
    """The same rule as `workbench.reading.has_content`, for a text or file that it is not empty."""
    answers = answers_in(WorkItem.values)
    place = WorkItem.piece + "/" + WorkItem.section
    return sa.or_(
        Evidence.kind == EvidenceKind.FILE,
        sa.and_(Evidence.kind == EvidenceKind.TEXT, Evidence.body != ""),
        sa.and_(
            Evidence.kind == EvidenceKind.ITEM, sa.or_(answers >= 2, sa.and_(answers >= 1, place.in_(short)))
        ),
    )
