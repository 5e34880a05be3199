"""Collect evidence, link it to criteria, throw it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified

from course.portfolio.acts import EVIDENCE_REMOVED, FILE_REFUSED
from course.portfolio.criteria import link_criteria, linked_to
from course.portfolio.errors import PortfolioFull
from course.portfolio.models import Evidence, EvidenceKind
from course.portfolio.queries import used_bytes
from course.portfolio.rules import MOST_EVIDENCE
from course.portfolio.uploads import Upload
from course.workbench.models import WorkItem
from enrolment.models import Enrolment
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.errors import ChangedMeanwhile
from foundation.storage.actions import keep
from foundation.transaction import afterwards


def add_text(enrolment: Enrolment, *, title: str, body: str = "", note_id: UUID | None = None) -> Evidence:
    """Begin a text of its own, or take one over from a note."""
    _refuse_when_full(enrolment, 1, 0)
    return _added(enrolment, kind=EvidenceKind.TEXT, title=title, body=body, note_id=note_id)


def add_files(enrolment: Enrolment, uploads: Sequence[Upload], *, most_bytes: int) -> list[Evidence]:
    """Keep clean files: all of them, or none when there is no room."""
    _refuse_when_full(enrolment, len(uploads), sum(len(each.content) for each in uploads), most_bytes)
    return [
        _added(
            enrolment,
            kind=EvidenceKind.FILE,
            title=each.title,
            sha256=keep(each.content),
            size=len(each.content),
            content_type=each.content_type,
        )
        for each in uploads
    ]


def save_evidence(
    evidence: Evidence, *, version: int, chosen: frozenset[str], theirs: Any, **texts: str
) -> None:
    """Keep title, text and criteria; raise ChangedMeanwhile when somebody saved after this version."""
    if evidence.version != version:
        raise ChangedMeanwhile(version=evidence.version, theirs=theirs)
    same = all(getattr(evidence, name) == text for name, text in texts.items())
    if same and linked_to(evidence) == chosen:
        return
    for name, text in texts.items():
        setattr(evidence, name, text)
    flag_modified(evidence, "title")
    link_criteria(evidence, chosen)
    db.session.flush()


def save_item_criteria(
    item: WorkItem,
    evidence: Evidence | None,
    *,
    title: str,
    version: int,
    chosen: frozenset[str],
    theirs: Any,
) -> Evidence:
    """Make an item of work evidence for these criteria; the first save makes the evidence."""
    if evidence is None:
        evidence = Evidence(
            school_id=item.school_id,
            enrolment_id=item.enrolment_id,
            kind=EvidenceKind.ITEM,
            title=title[:200],
            work_item_id=item.id,
            created_at=now(),
            criteria=[],
        )
        db.session.add(evidence)
        db.session.flush()
        version = evidence.version
    save_evidence(evidence, version=version, chosen=chosen, theirs=theirs)
    return evidence


def remove_evidence(evidence: Evidence, *, actor_id: UUID) -> None:
    """Throw evidence away. The bytes of a file stay as long as handed-in work refers to them."""
    record(
        EVIDENCE_REMOVED,
        evidence,
        actor_id=actor_id,
        kind=evidence.kind.value,
        sha256=evidence.sha256,
        criteria=sorted(linked_to(evidence)),
    )
    db.session.delete(evidence)


def note_refusals(enrolment: Enrolment, codes: Sequence[str], *, actor_id: UUID) -> None:
    """Write down that files were refused, whatever becomes of the request."""
    subject, school_id = ("enrolment", enrolment.id), enrolment.school_id

    def write() -> None:
        for code in codes:
            record(FILE_REFUSED, subject, actor_id=actor_id, school_id=school_id, why=code)

    afterwards(write)


def _refuse_when_full(enrolment: Enrolment, more: int, size: int, most_bytes: int | None = None) -> None:
    number, used = used_bytes(enrolment)
    if number + more > MOST_EVIDENCE or (most_bytes is not None and used + size > most_bytes):
        raise PortfolioFull()


def _added(enrolment: Enrolment, **values: Any) -> Evidence:
    evidence = Evidence(
        school_id=enrolment.school_id, enrolment_id=enrolment.id, created_at=now(), criteria=[], **values
    )
    db.session.add(evidence)
    db.session.flush()
    return evidence
