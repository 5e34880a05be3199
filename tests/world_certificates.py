"""Certificates of a world."""

from __future__ import annotations

import secrets

import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.certificates.models import Certificate
from assessment.certificates.workflow import CertificateState
from assessment.determination.models import Determination
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db
from tests.world_people import Thread


def a_certificate(enrolment: Enrolment, thread: Thread, *, revoked: bool = False) -> Certificate:
    """Issue a certificate on the last determination."""
    row = db.session.scalars(sa.select(Determination).where(Determination.enrolment_id == enrolment.id)).one()
    made = Certificate(
        school_id=enrolment.school_id,
        determination_id=row.id,
        enrolment_id=enrolment.id,
        number=secrets.token_hex(6),
        code=secrets.token_hex(6).upper(),
        token=secrets.token_hex(16),
        state=CertificateState.REVOKED if revoked else CertificateState.ISSUED,
        content={"name": thread.canary.line()},
        sha256="0" * 64,
        issued_at=now(),
        issued_by_id=thread.staff[Role.SCHOOL_ADMIN].id,
        revoked_at=now() if revoked else None,
        revoke_reason=thread.canary.text(),
    )
    db.session.add(made)
    db.session.flush()
    return made
