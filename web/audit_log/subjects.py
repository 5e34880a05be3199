"""Whom or what an act was about, by name, for who may know: one statement for a whole page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from accounts.policy.guard import may
from accounts.policy.permissions import Permission
from accounts.schools.models import Membership
from assessment.agreement.models import Agreement
from assessment.certificates.models import Certificate
from assessment.certificates.policy import MANAGE as MANAGE_CERTIFICATES
from assessment.determination.models import Determination
from assessment.determination.policy import SEE_AGENDA
from assessment.scoring.models import Assessment
from assessment.submissions.models import Submission
from course.feedback.models import Feedback
from course.hours.models import HourEntry
from enrolment.models import Cohort, Enrolment
from enrolment.policy import MANAGE_COHORTS, MANAGE_PEOPLE
from foundation.audit.models import AuditEntry
from foundation.audit.telling import in_words
from foundation.database import db


def names_of_subjects(school_id: UUID, entries: Iterable[AuditEntry]) -> Mapping[UUID, str]:
    """Give the names of the subjects of these entries that the actor may know.

    What is about one work process says which: a student has three judged.
    """
    by_kind: dict[str, set[UUID]] = {}
    for entry in entries:
        known = KNOWN_BY.get(entry.subject_type)
        if known is not None and entry.subject_id is not None and may(known):
            by_kind.setdefault(entry.subject_type, set()).add(entry.subject_id)
    parts = [_named(kind, ids, school_id) for kind, ids in by_kind.items()]
    if not parts:
        return {}
    return {row[0]: _told(row[1], row[2]) for row in db.session.execute(sa.union_all(*parts))}


def _told(name: str, work_process: str | None) -> str:
    return f"{name} ({in_words({'code': work_process}, {})['code']})" if work_process else name


# For each kind of subject: whoever may do this, sees these people and groups on other pages too.
KNOWN_BY: Mapping[str, Permission] = {
    "membership": MANAGE_PEOPLE,
    "cohort": MANAGE_COHORTS,
    "enrolment": MANAGE_COHORTS,
    "submission": MANAGE_COHORTS,
    "hour_entry": MANAGE_COHORTS,
    "feedback": MANAGE_COHORTS,
    "assessment": MANAGE_COHORTS,
    "agreement": MANAGE_COHORTS,
    "determination": MANAGE_COHORTS,
    "certificate": MANAGE_CERTIFICATES,
}
_OF_ENROLMENTS: Mapping[str, Any] = {
    "submission": Submission,
    "hour_entry": HourEntry,
    "feedback": Feedback,
    "determination": Determination,
    "certificate": Certificate,
}
_OF_SUBMISSIONS: Mapping[str, Any] = {"assessment": Assessment, "agreement": Agreement}


def _named(kind: str, ids: Collection[UUID], school_id: UUID) -> sa.Select[UUID, str, str | None]:
    none = sa.cast(sa.null(), sa.String)
    if kind == "cohort":
        found = sa.select(Cohort.id, Cohort.name, none)
        return found.where(Cohort.school_id == school_id, Cohort.id.in_(ids))
    subject, joins = _path(kind)
    judged = Submission.work_process if kind in _OF_SUBMISSIONS else none
    found = sa.select(subject.id, Membership.name, judged).select_from(subject)
    for target, condition in joins:
        found = found.join(target, condition)
    if kind == "determination" and not may(SEE_AGENDA):  # whose result it is, once it was made known
        found = found.where(Determination.announced_at.is_not(None))
    return found.where(subject.school_id == school_id, subject.id.in_(ids))


def _path(kind: str) -> tuple[Any, list[tuple[Any, sa.ColumnElement[bool]]]]:
    """Give where a subject begins, and how one comes from there to the name of the student."""
    student = (Membership, Membership.id == Enrolment.student_id)
    if kind == "membership":
        return Membership, []
    if kind == "enrolment":
        return Enrolment, [student]
    if kind in _OF_ENROLMENTS:
        model = _OF_ENROLMENTS[kind]
        return model, [(Enrolment, Enrolment.id == model.enrolment_id), student]
    model = _OF_SUBMISSIONS[kind]
    work = (Submission, Submission.id == model.submission_id)
    return model, [work, (Enrolment, Enrolment.id == Submission.enrolment_id), student]
