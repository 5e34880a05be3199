"""Issue, revoke and replace certificates. Issuing locks the result, the others lock the certificate."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from accounts.schools.models import School
from assessment.certificates import acts, jobs, numbers, queries
from assessment.certificates.content import content_hash, content_of
from assessment.certificates.errors import AlreadyIssued, NoPositiveResult
from assessment.certificates.models import Certificate
from assessment.certificates.workflow import CERTIFICATE, CertificateAct, CertificateState
from assessment.determination import queries as determinations
from assessment.determination.models import Decision, Determination
from assessment.determination.workflow import DeterminationState
from enrolment.models import Enrolment
from enrolment.students.actions import take_step
from enrolment.workflow import EnrolmentAct
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.errors import Unknown
from foundation.jobs.actions import enqueue


def issue(school_id: UUID, determination_id: UUID, *, issuer_id: UUID, actor_id: UUID) -> Certificate:
    """Issue the certificate of an announced result that was met, and complete the enrolment."""
    row = _locked_result(school_id, determination_id)
    if queries.copies_of(row.id):
        raise AlreadyIssued()
    enrolment = _enrolment_of(row)
    certificate = _new(row, enrolment, issuer_id=issuer_id)
    take_step(enrolment, EnrolmentAct.COMPLETE, actor_id=actor_id)
    record(acts.ISSUED, certificate, actor_id=actor_id, number=certificate.number, sha256=certificate.sha256)
    return certificate


def issue_all(school_id: UUID, *, issuer_id: UUID, actor_id: UUID) -> int:
    """Write down the work of issuing every certificate that waits; give how many."""
    rows: Sequence[Determination] = queries.waiting(school_id, most=None)
    for row in rows:
        enqueue(
            "certificates.issue",
            school_id=school_id,
            determination=str(row.id),
            school=str(school_id),
            issuer=str(issuer_id),
            actor=str(actor_id),
        )
    return len(rows)


def revoke(certificate: Certificate, *, reason: str, actor_id: UUID) -> None:
    """Withdraw a certificate: from now on every check says so, with the date and without the reason."""
    _lock(certificate)
    certificate.state = CERTIFICATE.next(certificate.state, CertificateAct.REVOKE)
    certificate.revoked_at, certificate.revoke_reason = now(), reason
    record(acts.REVOKED, certificate, actor_id=actor_id, reason=reason, number=certificate.number)


def replace(certificate: Certificate, *, reason: str, issuer_id: UUID, actor_id: UUID) -> Certificate:
    """Make a new copy, for example under a new name; the old one stays and says that it was replaced."""
    row = _locked_result(certificate.school_id, certificate.determination_id)
    _lock(certificate)
    after = CERTIFICATE.next(certificate.state, CertificateAct.REPLACE)
    fresh = _new(row, _enrolment_of(row), issuer_id=issuer_id, before=certificate)
    certificate.state, certificate.replaced_by_id = after, fresh.id
    record(
        acts.REPLACED,
        certificate,
        actor_id=actor_id,
        reason=reason,
        number=certificate.number,
        by=fresh.number,
        sha256=fresh.sha256,
    )
    return fresh


def _locked_result(school_id: UUID, determination_id: UUID) -> Determination:
    rows = determinations.locked(school_id, [determination_id])
    if not rows:
        raise Unknown()
    decision = _decision_of(rows[0])
    if rows[0].state is not DeterminationState.ANNOUNCED or decision is None or not decision.met:
        raise NoPositiveResult()
    return rows[0]


def _decision_of(row: Determination) -> Decision | None:
    found = sa.select(Decision).where(Decision.id == row.decision_id).options(joinedload(Decision.decided_by))
    return db.session.scalars(found).one_or_none()


def _enrolment_of(row: Determination) -> Enrolment:
    found = (
        sa.select(Enrolment).where(Enrolment.id == row.enrolment_id).options(joinedload(Enrolment.student))
    )
    return db.session.scalars(found).one()


def _new(
    row: Determination, enrolment: Enrolment, *, issuer_id: UUID, before: Certificate | None = None
) -> Certificate:
    decision, school = _decision_of(row), db.session.get_one(School, row.school_id)
    if decision is None:
        raise NoPositiveResult()
    number, replaces = numbers.next_number(school), before.number if before else None
    content = content_of(
        number, decision=decision, student=enrolment.student, school=school, replaces=replaces
    )
    certificate = Certificate(
        school_id=row.school_id,
        determination_id=row.id,
        enrolment=enrolment,
        copy=before.copy + 1 if before else 1,
        number=number,
        code=numbers.new_code(),
        token=numbers.new_token(),
        state=CertificateState.ISSUED,
        content=content,
        sha256=content_hash(content),
        issued_at=now(),
        issued_by_id=issuer_id,
    )
    db.session.add(certificate)
    db.session.flush()
    jobs.enqueue_rendering(certificate)
    return certificate


def _lock(certificate: Certificate) -> None:
    columns = [column.key for column in sa.inspect(Certificate).column_attrs]
    db.session.refresh(certificate, columns, with_for_update=True)
